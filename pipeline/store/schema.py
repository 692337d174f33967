"""The tables. A change here comes with a migration in ``migrations/versions``."""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

REVISION = "0009"
"""The migration that these tables stand at."""

metadata = MetaData()

lot = Table(
    "lot",
    metadata,
    Column("rang", Integer, primary_key=True, autoincrement=True, comment="order of receipt"),
    Column("id", String(60), nullable=False, unique=True),
    Column("prise", String(40), nullable=False, unique=True, comment="the taking: taken twice is recorded once"),
    Column("canal", String(20), nullable=False),
    Column("station", Text),
    Column("nom", Text, nullable=False),
    Column("sha256", String(64), nullable=False, index=True),
    Column("octets", Integer, nullable=False),
    Column("recu_le", String(32), nullable=False, index=True),
    Column("recu_le_source", String(10), nullable=False),
    Column("echeance", String(32), nullable=False),
    Column("compagnon", JSON, nullable=False),
    Column("etat", String(12), nullable=False, index=True, comment="recu, ouvert, coupe, refuse"),
    Column("dossier_images", Boolean, nullable=False, comment="a folder of page images, kept as one archive"),
    Column("motif", String(3)),
    Column("explication", Text),
)

page = Table(
    "page",
    metadata,
    Column("lot", ForeignKey("lot.id"), primary_key=True),
    Column("n", Integer, primary_key=True),
    Column("blob", String(64), nullable=False, index=True),
    Column("genre", String(8), nullable=False),
    Column("ppp", Float, comment="dots per inch, when the file says so"),
)

lecture = Table(
    "lecture",
    metadata,
    Column("blob", String(64), primary_key=True),
    Column("lecteur", String(40), primary_key=True, comment="reader's version"),
    Column("contenu", Text, nullable=False),
)

pli = Table(
    "pli",
    metadata,
    Column("id", String(60), primary_key=True),
    Column("lot", ForeignKey("lot.id"), nullable=False, index=True),
    Column("premiere", Integer, nullable=False),
    Column("derniere", Integer, nullable=False),
    Column(
        "etat", String(12), nullable=False, index=True, comment="en_cours until the first settling, then the bilan's"
    ),
    Column("bilan", Text),
    Column("questions", JSON, nullable=False),
    Column("version", Integer, nullable=False, comment="raised at each change of state"),
    Column("publiee", Integer, nullable=False, comment="the version that the bilan file shows"),
)

_BEHIND = text("version <> publiee")
Index("pli_a_publier", pli.c.id, sqlite_where=_BEHIND, postgresql_where=_BEHIND)

marque = Table(
    "marque",
    metadata,
    Column("marque", String(80), primary_key=True, comment="envoi:… or nonce:…"),
    Column("pli", ForeignKey("pli.id"), primary_key=True, index=True),
)

demande = Table(
    "demande",
    metadata,
    Column("pli", ForeignKey("pli.id"), primary_key=True),
    Column("numero_unique", String(18), primary_key=True),
    Column("contenu", JSON, nullable=False),
    Column("le", String(32), nullable=False),
)

refus = Table(
    "refus",
    metadata,
    Column("pli", ForeignKey("pli.id"), primary_key=True),
    Column("page", Integer, primary_key=True, comment="the piece's first page"),
    Column("type", String(7), primary_key=True),
    Column("raison", String(3), nullable=False, comment="T11, the status that the SNE answered, or A03"),
    Column("le", String(32), nullable=False),
)

correction = Table(
    "correction",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("pli", ForeignKey("pli.id"), nullable=False, index=True),
    Column("contenu", JSON, nullable=False),
    Column("par", Text, nullable=False),
    Column("le", String(32), nullable=False),
    Column("annulee", Boolean, nullable=False),
)

livrable = Table(
    "livrable",
    metadata,
    Column("cle", String(64), primary_key=True),
    Column("blob", String(64), nullable=False, index=True),
    Column("octets", Integer, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("detail", Text, comment="its profile and proof, in French"),
)

depot = Table(
    "depot",
    metadata,
    Column("pli", ForeignKey("pli.id"), primary_key=True),
    Column("piece", String(64), primary_key=True),
    Column("cle", String(64), nullable=False, index=True),
    Column("numero_unique", String(18), nullable=False, index=True),
    Column("etat", String(12), nullable=False, index=True, comment="a_deposer, incertain, depose, refuse"),
    Column("reference", Text),
    Column("depose_le", String(32)),
    Column("raison", Text),
    Column("essais", Integer, nullable=False, comment="calls that nobody answered since the last answer"),
    Column("pas_avant", String(32), comment="the instant before which it is not tried again"),
)

envoi = Table(
    "envoi",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("pli", ForeignKey("pli.id"), nullable=False),
    Column("nature", String(12), nullable=False, comment="final, partiel, renvoi-N"),
    Column("message_id", Text, nullable=False),
    Column("destinataires", JSON, nullable=False),
    Column("etat", String(16), nullable=False, comment="a_envoyer, envoye, refuse, non_notifiable"),
    Column("reponses", JSON, nullable=False, comment="by address: what its server last said, and in what words"),
    Column("detail", Text, comment="why nobody is told"),
    Column("le", String(32), nullable=False),
    Column("essais", Integer, nullable=False, comment="times that it was handed to a server"),
    Column("pas_avant", String(32), comment="the instant before which it is not tried again"),
    UniqueConstraint("pli", "nature"),
)
_NOT_SENT = text("etat <> 'envoye'")
Index("envoi_en_suspens", envoi.c.pli, sqlite_where=_NOT_SENT, postgresql_where=_NOT_SENT)

_LARGE = Integer().with_variant(BigInteger(), "postgresql")  # eight bytes, as any number of SQLite's

ligne = Table(
    "ligne",
    metadata,
    Column("echeance", _LARGE, primary_key=True, autoincrement=False, comment="minutes since the epoch"),
    Column("canal", String(20), primary_key=True),
    Column("station", Text, primary_key=True, comment="empty: none"),
    Column("sorte", String(12), primary_key=True, comment="ouvrir, lire, grand"),
    Column("fin", _LARGE, nullable=False, comment="the turn that comes after those given"),
)

tache = Table(
    "tache",
    metadata,
    Column("id", String(140), primary_key=True, comment="kind:subject"),
    Column("genre", String(12), nullable=False),
    Column("sujet", String(120), nullable=False),
    Column("rang", _LARGE, nullable=False, comment="smaller first: the minute of the deadline, then the turn"),
    Column("etat", String(12), nullable=False, comment="a_faire, en_cours, faite, quarantaine"),
    Column("essais", Integer, nullable=False, comment="attempts, counted at start: the fencing token"),
    Column("ouvrier", Text, comment="the worker that holds the lease"),
    Column("bail", Float, comment="end of the lease, seconds of the real clock"),
    Column("pas_avant", Float, nullable=False),
    Column("raison", Text),
    Column("durees", JSON, nullable=False, comment="CPU seconds of the last attempt, by step"),
    Column("soumise", Float, comment="when it was last asked for, seconds of the real clock; none by an older version"),
    Column("debut", Float, comment="when it was last taken"),
)
_OPEN = text("etat <> 'faite'")  # of what is still open alone: small, however much was ever done
_FREE = (tache.c.etat, tache.c.pas_avant, tache.c.rang, tache.c.id, tache.c.genre)
Index("tache_libre", *_FREE, sqlite_where=_OPEN, postgresql_where=_OPEN)
Index("tache_ouverte", tache.c.id, sqlite_where=_OPEN, postgresql_where=_OPEN)


journal = Table(
    "journal",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("le", String(32), nullable=False),
    Column("sujet", String(120), nullable=False, index=True, comment="a lot, a pli or a piece: never a person"),
    Column("evenement", String(40), nullable=False),
    Column("detail", JSON, nullable=False),
    Column("empreinte", String(64), nullable=False, comment="of this entry and of the one before it: the chain"),
)

courrier = Table(
    "courrier",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("recu_le", String(10), nullable=False, comment="the civil day of reception"),
    Column("canal", String(20), nullable=False),
    Column("plis", Integer, nullable=False, comment="envelopes received; below zero takes back what was counted wrong"),
    Column("le", String(32), nullable=False),
)

nuit = Table(
    "nuit",
    metadata,
    Column("jour", String(10), primary_key=True, comment="the civil day on whose evening the night opens"),
    Column("ouverte_le", String(32), nullable=False),
    Column("fermee_le", String(32), comment="none while it goes on, or when it was cut"),
    Column("comptes", JSON, nullable=False, comment="what it did, in pieces and in messages"),
    Column("resume", Text, comment="the Message-ID of the summary to the administrator"),
    Column("resume_etat", String(16), comment="a_envoyer, envoye, refuse"),
)

rectification = Table(
    "rectification",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("pli", ForeignKey("pli.id"), nullable=False, index=True),
    Column("piece", String(64), nullable=False),
    Column("cle", String(64), nullable=False, comment="of the deposit that is withdrawn"),
    Column("numero_unique", String(18), nullable=False),
    Column("reference", Text),
    Column("motif", Text, nullable=False, comment="why, in the operator's words"),
    Column("violation", Boolean, nullable=False, comment="it was in another person's file: a breach of personal data"),
    Column("etat", String(12), nullable=False, comment="a_retirer, retiree"),
    Column("par", Text, nullable=False),
    Column("le", String(32), nullable=False),
    Column("retire_le", String(32)),
)

adresse = Table(
    "adresse",
    metadata,
    Column("adresse", String(254), primary_key=True),
    Column("raison", Text, nullable=False, comment="what its server answered, or what came back"),
    Column("le", String(32), nullable=False),
)

purge = Table(
    "purge",
    metadata,
    Column("genre", String(12), primary_key=True, comment="lot, rejet, quarantaine, mail"),
    Column("sujet", String(120), primary_key=True, comment="what was purged: never a person"),
    Column("regle", String(40), nullable=False, comment="the rule, with its days"),
    Column("preuve", JSON, nullable=False, comment="hashes, dates and outcomes: nothing personal"),
    Column("le", String(32), nullable=False),
)

presence = Table(
    "presence",
    metadata,
    Column("nom", String(255), primary_key=True, comment="that of its leases"),
    Column("machine", Text, nullable=False),
    Column("numero", Integer, nullable=False, comment="of the process, on its machine"),
    Column("role", String(12), nullable=False, comment="surveiller, traiter, ouvrier"),
    Column("version", String(40), nullable=False, comment="of the tables and of the reader"),
    Column("depuis", Float, nullable=False),
    Column("vu", Float, nullable=False, comment="when it last said that it is there"),
)

machine = Table(
    "machine",
    metadata,
    Column("nom", String(255), primary_key=True),
    Column("pages", _LARGE, nullable=False, comment="read by its processes, ever"),
)

controle = Table(
    "controle",
    metadata,
    Column("le", String(32), primary_key=True, comment="one row: the last look at the invariants"),
    Column("violations", JSON, nullable=False, comment="how many times each invariant does not hold, by its code"),
)
