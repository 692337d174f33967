"""What courts, lawyers and commissions add to their papers."""

DIVORCE = (
    "Les dépens seront supportés par moitié par chacune des parties, qui seront recouvrés comme en matière d'aide "
    "juridictionnelle.",
    "RAPPELLE que le divorce emporte révocation des avantages matrimoniaux et donations consenties pendant l'union.",
    "DIT que la femme reprendra l'usage de son nom de jeune fille.",
    "FIXE la date des effets du divorce entre les époux, quant à leurs biens, au jour de leur séparation effective.",
    "CONDAMNE l'époux à verser une prestation compensatoire sous forme de capital, en quatre-vingt-seize mensualités.",
    "DIT que le parent chez qui les enfants ne résident pas exercera son droit de visite une fin de semaine sur deux.",
    "Le présent jugement a été prononcé par mise à disposition au greffe et signé par le juge et le greffier.",
    "La pension sera revalorisée chaque 1er janvier selon l'indice des prix à la consommation hors tabac.",
    "Rejette toutes demandes plus amples ou contraires.",
    "En conséquence la République mande et ordonne à tous commissaires de justice de mettre la décision à exécution.",
    "Attendu qu'il résulte des pièces que la vie commune a cessé depuis plus de deux ans à la date de l'assignation ;",
)
MEASURES = (
    "Il est rappelé aux époux que les mesures cessent avec le prononcé du divorce ou à l'expiration du délai.",
    "Faisons défense à chacun d'eux de troubler l'autre en sa résidence, sinon l'autorisons à faire cesser le trouble "
    "avec l'assistance de la force publique.",
    "Désignons un notaire en vue d'élaborer un projet de liquidation (article 255, 10°).",
    "Attribuons la jouissance du véhicule familial à l'épouse, à charge d'en payer l'assurance.",
    "Rappelons que l'ordonnance est exécutoire par provision, nonobstant appel.",
    "Disons que les époux se partageront par moitié le remboursement provisoire des emprunts et l'impôt.",
    "Proposons aux époux une mesure de médiation et les informons sur son objet.",
    "Réservons les dépens. Signification à faire par la partie la plus diligente.",
    "Faute de comparaître, vous vous exposez à ce qu'une décision soit rendue sur les seuls éléments de l'adversaire.",
    "Le devoir de secours subsiste jusqu'à la dissolution du mariage.",
    "Statuant sur les enfants : autorité parentale conjointe, droit de visite amiable, sinon week-ends pairs.",
)
AGREEMENT = (
    "Chaque époux a reçu de son avocat, par lettre recommandée, le projet qu'il n'a pu signer avant quinze jours.",
    "Les époux déclarent n'avoir aucun bien immobilier à partager et renoncer à toute prestation compensatoire.",
    "Le divorce prendra effet au jour où la convention, déposée, acquiert force exécutoire.",
    "Les honoraires de chaque avocat restent à la charge de son client ; les frais de dépôt sont de 49,44 euros TTC.",
    "Les avocats soussignés attestent avoir pleinement éclairé leurs clients sur les conséquences de l'acte.",
    "L'époux s'engage à libérer le logement et à se reloger dans les trois mois de la signature.",
    "Mention du divorce sera requise en marge des actes de naissance et de mariage.",
    "Membre d'une association agréée, le règlement des honoraires par chèque est accepté.",
    "Confidentiel - correspondance entre avocat et client.",
    "Les parties se partageront les meubles selon la liste jointe et clôtureront leur compte joint.",
)
SEPARATION = (
    "La séparation de corps peut, après deux ans, être convertie de plein droit en divorce à la demande d'un époux.",
    "Le mariage n'étant pas dissous, les époux restent tenus de fidélité et de secours.",
    "Mention en sera portée en marge de l'acte de mariage.",
    "Les époux vivront chacun en leur demeure, sans pouvoir se contraindre.",
    "La reprise volontaire de la vie commune met fin à la séparation ; elle est constatée par notaire.",
    "L'épouse a justifié de la nécessité de quitter le domicile sans qu'il lui en soit fait grief.",
)
CHILDREN = (
    "RAPPELLE que tout changement de résidence d'un parent doit être notifié à l'autre au préalable et en temps utile.",
    "Les allocations familiales seront perçues par moitié par chacun des parents.",
    "Le parent qui n'aura pas exercé son droit dans l'heure sera présumé y avoir renoncé.",
    "Les frais exceptionnels (voyages, orthodontie, permis) sont partagés sur justificatifs et accord préalable.",
    "Le jour de la fête des mères se passe chez la mère, celui de la fête des pères chez le père.",
    "Les parents se communiquent les bulletins, le carnet de santé et la carte d'identité des enfants.",
    "La première moitié des vacances de Noël revient au père les années impaires.",
    "L'enfant, capable de discernement, a été entendu seul ; il a dit vouloir voir autant ses deux parents.",
    "Le défaut de représentation d'enfant est puni d'un an d'emprisonnement (article 227-5 du code pénal).",
    "Les passages de bras se font devant l'école ; une personne de confiance peut accompagner les enfants.",
)
ADOPTION = (
    "L'adoption confère à l'enfant une filiation qui se substitue à sa filiation d'origine.",
    "L'intéressé conserve ses liens avec sa famille d'origine et y garde ses droits héréditaires.",
    "La notice décrivant l'enfant souhaité est annexée à l'agrément.",
    "Les père et mère délèguent au tiers l'exercice de leur autorité, jusqu'à la majorité ou un nouveau jugement.",
    "L'enfant est au foyer depuis plus de six mois et y a noué des liens d'affection.",
    "Le ministère public ne s'oppose pas à la demande.",
)
PROTECTION = (
    "Le majeur choisit le lieu de sa résidence et entretient librement des relations avec tout tiers.",
    "Aucun acte de disposition sur le logement du majeur ne peut se faire sans autorisation du juge (article 426).",
    "La mesure a été mentionnée au répertoire civil, en marge de l'acte de naissance.",
    "Le curateur perçoit les revenus sur un compte ouvert au nom du protégé et lui laisse l'excédent.",
    "Appel peut être formé dans les quinze jours de la notification, par lettre recommandée au greffe.",
    "La mesure n'entraîne pas la privation des droits civiques.",
    "Un compte de gestion sera remis chaque année au directeur des services de greffe.",
)
RIGHT_TO_HOUSING = (
    "La décision ne vaut pas attribution : seule une commission d'un bailleur prononce l'attribution d'un logement.",
    "Signalez tout changement d'adresse, de composition familiale ou de ressources au secrétariat de la commission.",
    "La commission est composée de représentants de l'État, des collectivités, des bailleurs et des associations.",
    "Un travailleur social ou une association agréée peut vous aider à constituer le recours.",
    "Le tribunal administratif peut ordonner le logement sous astreinte versée au fonds national d'accompagnement.",
    "Vous devez renouveler chaque année votre demande de logement social et garder votre numéro unique.",
    "Sont prioritaires les demandeurs de bonne foi qui ne peuvent accéder à un logement décent par leurs moyens.",
    "Une visite du logement par un opérateur pourra être diligentée pour vérifier la suroccupation ou l'indécence.",
    "Les fausses déclarations exposent aux peines prévues à l'article 441-6 du code pénal.",
    "Conservez ce courrier : il vous sera demandé.",
)
