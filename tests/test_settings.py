import os
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from pipeline.domain.receipt import Canal
from pipeline.domain.rules import Thresholds
from pipeline.domain.working_calendar import PARIS
from pipeline.errors import Misuse
from pipeline.settings import ENVIRONMENT, load, shipped_config

NEW_TYPE = '[types.RES-NEW]\nlibelle = "Nouvelle ressource"\ntitres = ["NOUVELLE RESSOURCE"]\n'


@pytest.fixture
def racine(tmp_path) -> Path:
    (tmp_path / "config").mkdir()
    return tmp_path


def write(racine: Path, name: str, text: str) -> None:
    (racine / "config" / name).write_text(text, encoding="utf-8")


def refusal(racine: Path, environ: dict[str, str] | None = None) -> str:
    with pytest.raises(Misuse) as refused:
        load(racine, environ or {})
    return str(refused.value)


# --- Defaults ---------------------------------------------------------------------------------------


def test_without_anything_written_the_contract_s_defaults_hold(tmp_path):
    settings = load(tmp_path, {})
    assert settings.parallele == os.cpu_count()
    assert not settings.production
    assert settings.inbox.stabilite_s == 10
    assert settings.moteur.nom == "local"
    assert settings.base == f"sqlite:///{tmp_path}/var/pli.sqlite"
    assert settings.blobs == f"{tmp_path}/var/blobs"
    assert (settings.sne.connecteur, settings.sne.delai_s, settings.sne.url) == ("fichier", 30, None)
    assert (settings.mel.transport, settings.mel.starttls) == ("fichier", "si_offert")
    assert settings.reception.heure_limite == time(18)
    assert settings.lecture.moteur_ocr == "tesserocr"
    assert settings.thresholds == Thresholds()
    assert settings.demandes_path is None


def test_the_shipped_folder_itself_can_be_the_workspace_s():
    assert load(shipped_config().parent, {}).keys


def test_settings_cannot_be_changed_and_do_not_show_secrets(tmp_path):
    settings = load(tmp_path, {"PLI_SNE_JETON": "jeton-secret"})
    with pytest.raises(AttributeError):
        settings.parallele = 3
    assert "jeton-secret" not in repr(settings)
    assert "demonstration" not in repr(settings)
    assert settings.sne.jeton.get_secret_value() == "jeton-secret"


# --- Layers -----------------------------------------------------------------------------------------


def test_the_workspace_changes_one_key_and_keeps_the_rest(racine):
    write(racine, "reglages.toml", "[inbox]\nstabilite_s = 2.5\n[seuils]\nmauvais_classements = 0.01\n")
    settings = load(racine, {})
    assert settings.inbox.stabilite_s == 2.5
    assert settings.thresholds.misfiled == 0.01
    assert settings.thresholds.handwritten == Thresholds().handwritten
    assert settings.sne.delai_s == 30


def test_the_workspace_changes_a_type_by_its_code_and_adds_another(racine):
    write(racine, "plan.toml", '[types.LOG-HEB]\nmanuscrit = "accepte"\n' + NEW_TYPE)
    plan = load(racine, {}).rules().plan
    assert plan["LOG-HEB"].handwriting_accepted
    assert plan["LOG-HEB"].label == "Attestation d'hébergement par un particulier"
    assert plan["RES-NEW"].category == "Ressources mensuelles"
    assert "IDE-CNA" in plan


def test_the_workspace_changes_a_guichet_and_a_motive_by_code(racine):
    write(racine, "guichets.toml", '[guichets.10691]\ncourriel = "autre@guichet.example"\n')
    write(racine, "motifs.toml", '[motifs.P01]\nque_faire = "Ne rien renvoyer."\n')
    settings = load(racine, {})
    assert settings.guichets["10691"].courriel == "autre@guichet.example"
    assert settings.guichets["10691"].departement == "057"
    assert settings.rules().motifs["P01"].advice == "Ne rien renvoyer."


def test_a_dialect_is_added_or_read_no_more_without_touching_code(racine):
    write(
        racine,
        "codes.toml",
        "[dialectes.maison]\nexpression = 'DOSSIER-(?P<nu>.{18})'\nplafond = \"unsigned\"\n"
        '[dialectes.adresse-web]\nplafond = "none"\n',
    )
    names = [dialect.name for dialect in load(racine, {}).rules().dialects]
    assert "maison" in names
    assert "adresse-web" not in names


def test_a_day_of_closing_is_added_and_a_holiday_is_worked(racine):
    write(racine, "calendrier.toml", 'version = "essai"\n[feries]\n2026-05-15 = "Pont"\n2026-05-25 = ""\n')
    calendar = load(racine, {}).calendar()
    closed, worked = datetime(2026, 5, 15, tzinfo=PARIS).date(), datetime(2026, 5, 25, tzinfo=PARIS).date()
    assert calendar.version == "essai"
    assert not calendar.is_working(closed)
    assert calendar.is_working(worked)


def test_the_environment_has_the_last_word(racine):
    write(racine, "reglages.toml", "[inbox]\nstabilite_s = 2\n[general]\nparallele = 3\n")
    settings = load(racine, {"PLI_INBOX_STABILITE_S": "0.5", "PLI_PARALLELE": "7", "PLI_BLOBS": "s3://seau/pli"})
    assert settings.inbox.stabilite_s == 0.5
    assert settings.parallele == 7
    assert settings.blobs == "s3://seau/pli"


def test_an_empty_variable_is_an_unset_one(racine):
    assert load(racine, dict.fromkeys([*ENVIRONMENT, "PLI_MAINTENANT"], "")).inbox.stabilite_s == 10


def test_the_demandes_that_the_connector_knows_are_found(racine):
    write(racine, "demandes.json", "{}")
    assert load(racine, {}).demandes_path == racine / "config" / "demandes.json"


# --- Now --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-05-06T17:30:00+02:00", "2026-05-06T17:30:00+02:00"),
        ("2026-05-06T15:30:00Z", "2026-05-06T17:30:00+02:00"),
        ("2026-01-06T17:30:00", "2026-01-06T17:30:00+01:00"),
    ],
)
def test_a_rehearsal_takes_its_instant_for_now(tmp_path, text, expected):
    assert load(tmp_path, {"PLI_MAINTENANT": text}).now().isoformat() == expected


def test_without_a_rehearsal_now_is_the_clock_s(tmp_path):
    now = load(tmp_path, {}).now()
    assert now.tzinfo is PARIS
    assert abs(now - datetime.now(PARIS)) < timedelta(seconds=5)


def test_what_is_not_an_instant_is_refused_by_name(tmp_path):
    assert "PLI_MAINTENANT : « demain »" in refusal(tmp_path, {"PLI_MAINTENANT": "demain"})


# --- Keys -------------------------------------------------------------------------------------------


def test_production_refuses_the_shipped_keys(tmp_path):
    assert "D0, D1 : clé de démonstration" in refusal(tmp_path, {"PLI_PRODUCTION": "oui"})


def test_production_goes_by_the_workspace_s_own_keys_alone(racine):
    write(racine, "cles.toml", '[cles]\nP1 = "une clé à nous"\n')
    assert dict(load(racine, {"PLI_PRODUCTION": "oui"}).keys) == {"P1": "une clé à nous".encode()}
    assert sorted(load(racine, {}).keys) == ["D0", "D1", "P1"]


def test_production_refuses_a_demonstration_key_under_any_name(racine):
    write(
        racine,
        "cles.toml",
        '[cles]\nP1 = "une clé à nous"\nP2 = "cle-de-demonstration-ne-pas-utiliser-en-production"\n',
    )
    assert "config/cles.toml : P2 : clé de démonstration" in refusal(racine, {"PLI_PRODUCTION": "oui"})


def test_production_refuses_to_go_without_a_key(racine):
    write(racine, "cles.toml", "[cles]\n")
    assert "aucune clé" in refusal(racine, {"PLI_PRODUCTION": "oui"})


# --- What is wrong is named -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (
            "plan.toml",
            '[types.LOG-HEB]\nmanuscrit = "accepte"\ntitre = ["X"]\n',
            "config/plan.toml, ligne 3 : types.LOG-HEB.titre : clé inconnue (vouliez-vous « titres » ?).",
        ),
        ("plan.toml", '[types.LOG-HEB]\nmanuscrit = "oui"\n', "ligne 2 : types.LOG-HEB.manuscrit : valeurs possibles"),
        ("plan.toml", "[types.LOG-NEW]\nsensible = true\n", "ligne 1 : types.LOG-NEW.libelle : clé manquante"),
        ("plan.toml", '[types.XYZ-NEW]\nlibelle = "Rien"\n', "le type XYZ-NEW n'a pas de catégorie"),
        (
            "plan.toml",
            '[types.LOG-HEB]\ntitres = ["Attestation d\'hébergement"]\n',
            "ligne 2 : types.LOG-HEB.titres : « Attestation d'hébergement » doit s'écrire « ATTESTATION D HEB",
        ),
        ("motifs.toml", '[motifs.X99]\nlibelle = "?"\n', "config/motifs.toml, ligne 1 : motifs.X99"),
        ("motifs.toml", '[motifs.T01]\nfamille = "autre"\n', "ligne 2 : motifs.T01.famille : valeurs possibles"),
        (
            "reglages.toml",
            "[inbox]\nstabilite = 2\n",
            "inbox.stabilite : clé inconnue (vouliez-vous « stabilite_s » ?)",
        ),
        ("reglages.toml", "\n[inbox]\nstabilite_s = -1\n", "ligne 3 : inbox.stabilite_s : au moins 0"),
        ("reglages.toml", '[reception]\nheure_limite = "18h"\n', "ligne 2 : reception.heure_limite : une heure"),
        ("reglages.toml", "[reception]\nheure_limite = 18\n", "ligne 2 : reception.heure_limite : une heure"),
        ("reglages.toml", '[lecture]\nmoteur_ocr = "easyocr"\n', "ligne 2 : lecture.moteur_ocr : valeurs possibles"),
        ("reglages.toml", '[sne]\nconnecteur = "http"\n', "sne : url (PLI_SNE_URL) est exigée par http"),
        ("reglages.toml", '[mel]\nutilisateur = "pli"\n', "mel : utilisateur (PLI_MEL_UTILISATEUR) et mot_de_passe"),
        ("reglages.toml", '[mel]\nutilisateur = ""\n', "ligne 2 : mel.utilisateur : le texte est vide"),
        (
            "reglages.toml",
            '[mel]\nstarttls = "non"\nutilisateur = "pli"\nmot_de_passe = "secret"\n',
            "mel : un mot_de_passe ne part jamais en clair",
        ),
        (
            "reglages.toml",
            '[surveillance]\nmetriques = "0.0.0.0:9464"\n',
            "ligne 2 : surveillance.metriques : une adresse",
        ),
        ("limites.toml", "pages_max = 0\n", "config/limites.toml, ligne 1 : pages_max : au moins 1"),
        ("calendrier.toml", '[feries]\n2026-02-30 = "?"\n', "config/calendrier.toml, ligne 2"),
        ("guichets.toml", '[guichets.10691]\ncourriel = "a@b.example, c@d.example"\n', "une adresse de courriel"),
        ("guichets.toml", '[guichets.1069]\nnom = "?"\n', "guichets.1069 : un code de guichet"),
        ("codes.toml", "[dialectes.x]\nexpression = '[0-9]{18}'\nplafond = \"unsigned\"\n", "groupe nu"),
        ("codes.toml", "[dialectes.x]\nexpression = '('\nplafond = \"unsigned\"\n", "ne se lit pas"),
        ("codes.toml", '[dialectes.adresse-web]\nplafond = "signed"\n', "valeurs possibles"),
        ("cles.toml", '[cles]\nD0 = ""\n', "config/cles.toml, ligne 2 : cles.D0 : le texte est vide"),
        ("cles.toml", '[cles]\nD0 = "a"\nD0 = "b"\n', "config/cles.toml, ligne 3 : ce n'est pas du TOML"),
        ("plan.toml", "types = [\n", "ce n'est pas du TOML"),
        ("plans.toml", "", "config/plans.toml : fichier inconnu"),
    ],
)
def test_what_does_not_hold_is_named_with_its_file_its_line_and_its_key(racine, name, text, said):
    write(racine, name, text)
    assert said in refusal(racine)


def test_each_channel_has_a_weight_and_one_may_be_changed_alone(racine):
    write(racine, "reglages.toml", "[partage]\npapier-guichet = 3\n")
    assert load(racine, {}).partage == dict.fromkeys(Canal, 1.0) | {Canal.PAPIER_GUICHET: 3.0}


def test_a_weight_of_no_channel_or_beyond_its_bounds_is_refused(racine):
    write(racine, "reglages.toml", "[partage]\nguichet = 2\nmel = 0\n")
    light, unknown = refusal(racine).splitlines()
    assert light == "config/reglages.toml, ligne 3 : partage.mel : au moins 0.1 est attendu."
    assert unknown.startswith("config/reglages.toml, ligne 2 : partage.guichet : valeurs possibles : ")


def test_every_error_of_a_file_is_told_at_once(racine):
    write(racine, "limites.toml", "pages_max = 0\npixel_page_max = 3\n")
    assert refusal(racine).splitlines() == [
        "config/limites.toml, ligne 1 : pages_max : au moins 1 est attendu.",
        "config/limites.toml, ligne 2 : pixel_page_max : clé inconnue (vouliez-vous « pixels_page_max » ?).",
    ]


@pytest.mark.parametrize(
    ("said", "address"), [("", None), ("127.0.0.1:9464", ("127.0.0.1", 9464)), ("localhost:80", ("localhost", 80))]
)
def test_a_machine_says_how_it_goes_to_itself_alone(tmp_path, said, address):
    assert load(tmp_path, {"PLI_METRIQUES": said}).surveillance.address == address


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("PLI_PARALLELE", "beaucoup"),
        ("PLI_PARALLELE", "0"),
        ("PLI_PRODUCTION", "true"),
        ("PLI_MOTEUR", "celery"),
        ("PLI_INBOX_STABILITE_S", "nan"),
        ("PLI_SNE_CONNECTEUR", "ftp"),
        ("PLI_SNE_DELAI_S", "0"),
        ("PLI_MEL_PORT", "70000"),
        ("PLI_MEL_STARTTLS", "oui"),
        ("PLI_MEL_UTILISATEUR", "élise"),
        ("PLI_MEL_MOT_DE_PASSE", "été"),
        ("PLI_METRIQUES", "9464"),
        ("PLI_METRIQUES", "127.0.0.1:70000"),
        ("PLI_JOURNAL", "xml"),
    ],
)
def test_a_wrong_variable_is_named(tmp_path, variable, value):
    assert refusal(tmp_path, {variable: value}).startswith(f"{variable} : ")


def test_mail_goes_unauthenticated_unless_a_user_and_a_password_are_given(tmp_path):
    given = {"PLI_MEL_UTILISATEUR": "pli", "PLI_MEL_MOT_DE_PASSE": "mot-secret", "PLI_MEL_STARTTLS": "exige"}
    user, password = load(tmp_path, given).mel.credentials
    assert (user, password.get_secret_value()) == ("pli", "mot-secret")
    assert "mot-secret" not in repr(load(tmp_path, given))
    assert load(tmp_path, {}).mel.credentials is None


def test_a_password_is_never_repeated_in_an_error(tmp_path):
    assert "mot-secret" not in refusal(tmp_path, {"PLI_MEL_MOT_DE_PASSE": "mot-secret"})
    assert "accentué" not in refusal(tmp_path, {"PLI_MEL_MOT_DE_PASSE": "accentué"})


def test_a_secret_is_never_repeated_in_an_error(racine):
    write(racine, "cles.toml", '[cles]\n"pas bon" = "tres-secret"\n')
    assert "tres-secret" not in refusal(racine)


def test_a_file_that_is_not_utf8_is_named(racine):
    (racine / "config" / "plan.toml").write_bytes(b'version = "\xe9"')
    assert refusal(racine) == "config/plan.toml : le fichier n'est pas en UTF-8."
