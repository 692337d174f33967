"""More ways of saying, by a private person, that one lodges somebody (LOG-HEB)."""

from __future__ import annotations

from training.papers.case import Case
from training.papers.content import Choices, Fields, Filled, Heading, Paper, Table, Text
from training.papers.several import said, several
from training.papers.wording import texts
from training.papers.writers import Writers, to_learn


def _letter_of_a_relative(case: Case) -> Paper:
    who, host = case.who, case.third()
    kin = who.gendered(
        case.one("ma fille", "ma nièce", "ma belle-sœur", "mon amie", "ma cousine"),
        case.one("mon fils", "mon neveu", "mon frère", "un ami", "mon gendre"),
    )
    return Paper(
        "LOG-HEB",
        None,
        host,
        case.one("À qui de droit", "Madame, Monsieur,", "Lettre de l'hébergeant", "Hébergement chez moi"),
        (
            Text(
                case.one(
                    f"Je vous écris pour vous dire que {kin} {who.full} habite chez moi depuis le {case.long(60, 900)} "
                    "parce que personne d'autre ne peut l'accueillir.",
                    f"Par cette lettre, je confirme que {who.full}, {kin}, vit sous mon toit, {case.address}, depuis "
                    f"{case.month(case.some(3, 24))}.",
                    f"{case.named(who)} est {kin}. Je la loge gratuitement dans mon appartement le temps que vous lui "
                    f"trouviez un logement. Cela dure depuis {case.some(3, 30)} mois.",
                )
            ),
            *several(
                case,
                1,
                f"Mon logement a {case.some(2, 4)} pièces et nous y sommes {case.some(4, 8)} : cela ne peut pas durer.",
                "Je ne demande aucun loyer, seulement une participation aux courses.",
                "Mon propriétaire est au courant mais il refuse que cela se prolonge.",
                "Je joins une photocopie de ma pièce d'identité et ma dernière facture d'électricité.",
                f"{who.gendered('Elle', 'Il')} dort dans le salon avec ses affaires.",
                "Au début c'était pour quelques semaines, après son divorce, puis les demandes de logement n'ont rien "
                f"donné et les mois ont passé. Mes enfants dorment à {case.some(2, 3)} dans la même chambre. Je ne "
                "veux mettre personne dehors, mais je vous demande de faire quelque chose le plus vite possible.",
                "Nous partageons la cuisine et la salle de bains, et je garde son courrier à mon nom.",
            ),
            Text(case.one("Je reste à votre disposition.", "Salutations distinguées.", "Merci de votre aide.")),
        ),
        lines=(case.home.rue, case.home.ville, f"Tél. 01 99 00 {case.number(2)} {case.number(2)}"),
        signer=host,
    )


def _form_by_hand(case: Case) -> Paper:
    who, host = case.who, case.third()
    owner = case.some(0, 1) == 1
    return Paper(
        "LOG-HEB",
        None,
        case.one(f"Mairie de {case.commune.title()}", "Service du logement", "Imprimé à compléter", "Guichet unique"),
        case.one("Attestation d'hébergement", "Certificat d'hébergement", "Déclaration de l'hébergeant"),
        (
            Text(case.one("À remplir par la personne qui héberge", "Partie réservée à l'hébergeant (majuscules)")),
            Filled(
                (
                    (case.one("Je soussigné(e)", "Nom et prénom de l'hébergeant", "M. / Mme"), host),
                    (case.one("Né(e) le", "Date de naissance"), f"{case.day(10000, 25000):%d/%m/%Y}"),
                    (case.one("Demeurant", "Domicilié(e) au"), case.home.rue),
                    (case.one("Commune", "Code postal et ville"), case.home.ville),
                )
            ),
            Choices(
                (
                    (case.one("propriétaire de mon logement", "propriétaire"), owner),
                    (case.one("locataire de mon logement", "locataire (fournir l'accord du bailleur)"), not owner),
                    (case.one("occupant à titre gratuit", "logé(e) par mon employeur"), False),
                )
            ),
            Text(case.one("atteste loger à mon domicile :", "déclare accueillir sous mon toit :", "héberge :")),
            Filled(
                (
                    (case.one("Nom de la personne hébergée", "M., Mme"), who.full),
                    (case.one("depuis le", "à compter du"), case.short(40, 900)),
                    (case.one("Lien de parenté", "Observations"), case.one("ami", "famille", "", "beau-frère")),
                )
            ),
            Text(
                case.one(
                    "Joindre : copie de la pièce d'identité et justificatif de domicile de moins de trois mois.",
                    "Est puni d'un an d'emprisonnement et de 15 000 euros d'amende le fait d'établir une attestation "
                    "ou un certificat faisant état de faits matériellement inexacts, ou d'en faire usage (article "
                    "441-7 du code pénal). Je reconnais en avoir pris connaissance.",
                    "L'hébergeant s'engage à signaler tout départ. Le service vérifie les informations auprès du "
                    "bailleur et de la caisse d'allocations familiales ; elles sont conservées deux ans.",
                    "Document à renouveler tous les trois mois.",
                )
            ),
        ),
        signer=case.one("L'hébergeant", "Signature", "Lu et approuvé"),
    )


def _template_of_a_web_page(case: Case) -> Paper:
    who, host = case.who, case.third()
    return Paper(
        "LOG-HEB",
        None,
        case.one(
            "modeles-de-lettres.example.org", "Modèle gratuit à imprimer", "Service en ligne – générateur de lettres"
        ),
        case.one(
            "Modèle de lettre : justifier qu'on loge un tiers",
            "Attestation sur l'honneur d'hébergement à titre gratuit",
            "Attestation d'hébergement d'une personne majeure",
        ),
        (
            Heading(case.one("L'hébergeant", "1. Personne qui reçoit", "Hébergeur")),
            Fields(
                (
                    ("Nom et prénom", host),
                    ("Adresse", case.home.rue),
                    ("Commune", case.home.ville),
                    ("Qualité", case.one("propriétaire", "locataire", "usufruitier")),
                )
            ),
            Heading(case.one("L'hébergé(e)", "2. Personne reçue", "Personne accueillie")),
            Fields(
                (
                    ("Nom et prénom", who.full),
                    ("Naissance", f"{who.naissance:%d/%m/%Y}, {who.lieu}"),
                    (case.one("Présent(e) depuis", "Date d'entrée", "Début"), case.short(30, 800)),
                )
            ),
            Text(
                case.one(
                    "Le premier nommé certifie que le second réside chez lui de façon stable et sans contrepartie.",
                    "L'hébergeur et la personne accueillie certifient l'exactitude des renseignements ci-dessus.",
                    "L'hébergement est consenti à titre gratuit, sans bail ni loyer, et peut cesser à tout moment.",
                )
            ),
        ),
        signer=case.one("Les deux signataires", "L'hébergeant – L'hébergé(e)", "Bon pour attestation"),
        foot=case.one("", f"Imprimé le {case.short(1, 9)} – www.example.org/modeles/hebergement – 1/1"),
    )


def _household_taken_in(case: Case) -> Paper:
    host = case.third()
    people = (*case.home.adults, *case.home.enfants)
    rows = tuple((each.full, f"{each.naissance:%d/%m/%Y}", each.lieu) for each in people)
    return Paper(
        "LOG-HEB",
        None,
        case.one(f"M. et Mme {host}", host, f"Famille {host.split(' ', 1)[1]}"),
        case.one("Attestation d'accueil d'une famille", "Nous hébergeons", "Attestation", "Famille hébergée chez nous"),
        (
            Text(
                case.one(
                    "Nous soussignés, locataires en titre, certifions sur l'honneur loger chez nous les personnes "
                    "suivantes, faute pour elles de disposer d'un logement à leur nom :",
                    f"Au {case.address}, les personnes dont les noms suivent vivent avec nous :",
                    "Je certifie avoir recueilli à mon domicile le ménage désigné dans ce tableau :",
                )
            ),
            Table((("Nom", "Né(e) le", "À"), *rows), (3, 2, 3)),
            Text(
                case.one(
                    f"Arrivée : {case.long(60, 700)}. Elles ne nous versent aucun loyer.",
                    f"Cet hébergement, commencé le {case.short(60, 700)}, est provisoire.",
                    f"Hébergement gratuit, sans interruption depuis {case.month(case.some(2, 20))}.",
                )
            ),
            Text(
                said(
                    case,
                    "Logement suroccupé.",
                    "Pièces jointes : identité, quittance.",
                    "Attestation pour l'HLM.",
                    "Nous savons qu'une fausse attestation nous exposerait à des poursuites.",
                    "Les enfants sont scolarisés dans le quartier et les allocations familiales arrivent chez nous.",
                )
            ),
        ),
        lines=(case.home.rue, case.home.ville),
        signer=case.one("Les hébergeants", host),
    )


def _end_of_welcome_near(case: Case) -> Paper:
    who, host = case.who, case.third()
    return Paper(
        "LOG-HEB",
        None,
        host,
        case.one(
            "Objet : fin d'hébergement à mon domicile",
            "Certificat d'hébergement provisoire",
            "Attestation d'hébergement temporaire",
        ),
        texts(
            f"Je soussigné(e) {host}, demeurant {case.address},",
            case.one(
                f"certifie que {case.known(who)}, loge à mon adresse depuis le {case.short(90, 700)} et que je ne "
                f"pourrai plus {who.gendered('la', 'le')} garder après le {case.ahead(20, 150)}.",
                f"ai accepté d'accueillir {case.named(who)} à la suite de sa séparation, pour quelques semaines "
                f"seulement ; {case.some(5, 20)} mois plus tard, {who.gendered('elle', 'il')} est toujours chez moi.",
                f"atteste que {case.named(who)} occupe une chambre de mon pavillon, qu'{who.gendered('elle', 'il')} y "
                "reçoit son courrier et qu'aucun bail ne nous lie.",
            ),
            case.one(
                "Je vais vendre mon logement et je lui ai demandé de chercher ailleurs.",
                "Ma santé ne me permet plus cette cohabitation.",
                "J'attends un enfant et j'ai besoin de la chambre.",
                "Mon bailleur m'a rappelé que le bail interdit de loger des tiers durablement.",
            ),
            case.one("Fait pour la demande de logement social.", "Établi à sa demande.", "En foi de quoi, je signe."),
        ),
        lines=(f"Né(e) le {case.day(10000, 25000):%d/%m/%Y}",),
        signer=case.one("Signature de l'hébergeant", host),
    )


def _mail_printed(case: Case) -> Paper:
    who, host = case.who, case.third()
    return Paper(
        "LOG-HEB",
        None,
        case.one("Messagerie", "Courrier électronique", "Boîte de réception – Imprimer"),
        case.one(f"TR : hébergement de {who.full}", "Attestation hebergement", "mon attestation pour le logement"),
        (
            Fields(
                (
                    ("De", f"{host} <{host.split(' ')[0].lower()}@example.org>"),
                    ("À", f"{who.full} <{case.home.courriel}>"),
                    ("Envoyé", f"{case.long(2, 40)} {case.some(8, 22)}:{case.some(10, 59)}"),
                )
            ),
            *texts(
                case.one("Bonjour,", f"Coucou {who.prenom},", "Bonjour Madame,"),
                case.one(
                    f"Comme demandé je certifie que {who.full} est {who.gendered('hébergée', 'hébergé')} chez moi au "
                    f"{case.address} depuis {case.month(case.some(2, 20))}.",
                    f"Voici l'attestation à imprimer : je soussigné(e) {host} certifie sur l'honneur héberger "
                    f"{case.known(who)}, à titre gratuit, à mon adresse.",
                    f"je confirme par ce message que j'héberge {who.full} et ses enfants depuis le "
                    f"{case.short(40, 700)}, la carte d'identité est en pièce jointe.",
                ),
                case.one("Cordialement", "Bises", f"{host}\n{case.address}", "Bonne réception"),
            ),
        ),
        foot=case.one("", "2 pièces jointes : CNI.jpg, facture.pdf", "Envoyé depuis mon téléphone"),
    )


WRITERS: Writers = {
    "LOG-HEB": to_learn(
        _letter_of_a_relative,
        _form_by_hand,
        _template_of_a_web_page,
        _household_taken_in,
        _end_of_welcome_near,
        _mail_printed,
    ),
}
