"""What registries, doctors and offices for the disabled add to their papers."""

MARRIAGE = (
    "Les futurs époux ont reçu lecture des articles 212, 213, 214, 215 et 371-1 du code civil.",
    "Les époux se doivent mutuellement respect, fidélité, secours et assistance.",
    "Mention du mariage a été faite en marge des actes de naissance.",
    "Aucune opposition n'existant, le consentement a été donné librement.",
    "Contrat reçu par notaire, certificat produit et annexé.",
    "L'usage par un époux du nom de l'autre est facultatif.",
    "Copie valable sans limitation de durée, sauf demande récente.",
    "Le mariage a été célébré portes ouvertes, au sein de la salle des mariages.",
    "En cas d'altération, ce document perd toute validité.",
)
PACS = (
    "Les partenaires s'engagent à une aide matérielle et à une assistance réciproque et sont tenus solidairement des "
    "dettes ménagères.",
    "Le pacte est opposable aux tiers à compter des formalités de publicité en marge de l'acte de naissance.",
    "Chaque partenaire peut y mettre fin par déclaration conjointe ou unilatérale, ou par mariage.",
    "Pour prouver le pacte, demandez une copie de votre acte de naissance de moins de trois mois.",
    "Les personnes nées à l'étranger s'adressent au service central d'état civil à Nantes.",
    "Le registre tenu jusqu'en 2017 par les greffes est conservé par la mairie du chef-lieu.",
    "Les partenaires font l'objet d'une imposition commune.",
    "Aucun duplicata ne sera délivré.",
)
PACS_ENDED = (
    "La dissolution prend effet entre les partenaires à la date de son enregistrement.",
    "Il est procédé au partage par les partenaires ; à défaut d'accord, le juge statue.",
    "Un avis de mention a été adressé aux mairies de naissance.",
    "Les anciens partenaires reprennent une imposition séparée.",
    "La copie de l'exploit de signification est conservée au dossier.",
)
BIRTH = (
    "Les copies et extraits sont délivrés gratuitement et portent la date de délivrance.",
    "L'acte a été dressé après présentation du livret de famille.",
    "Faite conformément aux articles 34 et 57 du code civil.",
    "Reconnu par ses père et mère ; porte le nom du père par déclaration conjointe.",
    "Tout changement est porté par avis de mention du procureur ou de l'officier compétent.",
    "Vérifiable par le dispositif d'échange dématérialisé des données de l'état civil.",
    "Toute personne majeure peut obtenir copie de son propre acte.",
    "Le document ne vaut pas titre d'identité ; la mairie du lieu de naissance tient le registre.",
    "L'enfant est le premier d'une fratrie inscrite au registre.",
)
BOOKLET = (
    "Les pages non remplies sont annulées par l'officier de l'état civil.",
    "Il est remis aux époux ou aux parents, qui le présentent pour toute mention nouvelle.",
    "Séparation ou divorce : un second livret peut être demandé.",
    "Le porteur d'un livret inexact engage sa responsabilité.",
    "Extraits d'actes : époux, enfants, décès, mentions marginales.",
    "Sceau et signature à chaque page.",
    "Acte de reconnaissance : néant.",
)
DEATH = (
    "Les héritiers ont six mois pour déposer la déclaration de succession.",
    "Présentez cet acte aux banques, caisses de retraite, assureurs et au bailleur.",
    "Le conjoint survivant peut demander une pension de réversion et rester dans les lieux loués.",
    "Le défunt n'était pas titulaire d'une convention obsèques connue de nos services.",
    "Le livret de famille a été mis à jour et rendu à la famille.",
    "Mention du décès a été portée en marge de l'acte de naissance.",
    "Copie délivrée à tout requérant, sans condition.",
    "Le permis d'inhumer a été délivré ; les opérations funéraires ont eu lieu dans la commune.",
    "Laisse une veuve et des enfants ; célébration religieuse à l'église paroissiale.",
)
PREGNANCY = (
    "Les sept consultations prénatales obligatoires et trois échographies sont prises en charge.",
    "L'entretien prénatal précoce est proposé à partir du quatrième mois.",
    "Cette déclaration est à adresser dans les quatorze premières semaines aux organismes qui versent vos prestations.",
    "Le col est fermé, la hauteur utérine conforme, les bruits du cœur fœtal perçus.",
    "Repos conseillé ; le logement actuel, sans ascenseur, est inadapté à la poussette et à la fin de grossesse.",
    "Pensez à prévenir votre employeur et à reconnaître l'enfant avant la naissance si vous n'êtes pas mariés.",
    "Groupe sanguin, toxoplasmose et rubéole prescrits ce jour.",
    "L'enfant à naître compte dans la composition du foyer pour la demande de logement.",
    "Préparation à la naissance avec la sage-femme libérale de votre choix.",
)
DOCTOR = (
    "Le traitement au long cours impose des soins infirmiers quotidiens à domicile.",
    "Le périmètre de marche est inférieur à cent mètres, avec deux cannes.",
    "L'insalubrité décrite par la famille est de nature à aggraver les crises respiratoires nocturnes.",
    "Je préconise un logement calme, lumineux, avec une chambre individuelle.",
    "La promiscuité retentit sur le sommeil et le développement des enfants.",
    "Une intervention est programmée ; la convalescence exigera un domicile sans marches.",
    "Le patient ne peut plus utiliser la baignoire sans risque de chute.",
    "Le présent n'est pas un arrêt de travail et ne comporte aucun diagnostic.",
    "Reconnu en affection de longue durée, suivi conjoint avec l'hôpital et le médecin du travail.",
    "L'examen clinique et le dossier le confirment ; évolution chronique, sans amélioration attendue à court terme.",
)
DISABLED = (
    "La décision est prise au regard du guide-barème annexé au code de l'action sociale et des familles.",
    "Une aggravation justifie une demande de révision, accompagnée d'un certificat de moins d'un an.",
    "Le droit est ouvert sous réserve des conditions administratives vérifiées par l'organisme payeur.",
    "Vous bénéficiez de l'obligation d'emploi ; rapprochez-vous de Cap emploi.",
    "Votre plan personnalisé de compensation vous a été adressé pour observations.",
    "La carte mobilité inclusion est fabriquée par l'Imprimerie nationale et vous sera postée.",
    "Allocation d'éducation de l'enfant handicapé et complément : voir la notification séparée.",
    "Le tribunal judiciaire, pôle social, est compétent après le recours préalable.",
    "La présente peut être produite à l'employeur ou au bailleur ; elle n'indique pas la nature du handicap.",
)
NEEDS = (
    "Les données servent à vous proposer un logement adapté et ne sont vues que des instructeurs.",
    "Ce complément concerne une ou plusieurs personnes à loger ; remplissez-en un par personne.",
    "Indiquez l'aide d'une tierce personne, un suivi médical, un appareillage ou un chien guide.",
    "Aménagements souhaités : barre d'appui, motorisation, largeur de passage, cuisine.",
    "Joignez la copie de la carte d'invalidité ou de mobilité.",
)
