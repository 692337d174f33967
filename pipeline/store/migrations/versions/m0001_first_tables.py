"""First tables: lots, pages, readings, plis, facts, corrections, deposits, mails, tasks, journal."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables of the first version."""
    op.create_table(
        "journal",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("le", sa.String(length=32), nullable=False),
        sa.Column("sujet", sa.String(length=120), nullable=False, comment="a lot, a pli or a piece: never a person"),
        sa.Column("evenement", sa.String(length=40), nullable=False),
        sa.Column("detail", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "lecture",
        sa.Column("blob", sa.String(length=64), nullable=False),
        sa.Column("lecteur", sa.String(length=40), nullable=False, comment="reader's version"),
        sa.Column("contenu", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("blob", "lecteur"),
    )
    op.create_table(
        "livrable",
        sa.Column("cle", sa.String(length=64), nullable=False),
        sa.Column("blob", sa.String(length=64), nullable=False),
        sa.Column("octets", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("cle"),
    )
    op.create_table(
        "lot",
        sa.Column("rang", sa.Integer(), autoincrement=True, nullable=False, comment="order of receipt"),
        sa.Column("id", sa.String(length=60), nullable=False),
        sa.Column("prise", sa.String(length=40), nullable=False, comment="the taking: taken twice is recorded once"),
        sa.Column("canal", sa.String(length=20), nullable=False),
        sa.Column("station", sa.Text(), nullable=True),
        sa.Column("nom", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("octets", sa.Integer(), nullable=False),
        sa.Column("recu_le", sa.String(length=32), nullable=False),
        sa.Column("recu_le_source", sa.String(length=10), nullable=False),
        sa.Column("echeance", sa.String(length=32), nullable=False),
        sa.Column("compagnon", sa.JSON(), nullable=False),
        sa.Column("etat", sa.String(length=12), nullable=False, comment="recu, ouvert, coupe, refuse"),
        sa.Column(
            "dossier_images", sa.Boolean(), nullable=False, comment="a folder of page images, kept as one archive"
        ),
        sa.Column("motif", sa.String(length=3), nullable=True),
        sa.Column("explication", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("rang"),
        sa.UniqueConstraint("id"),
        sa.UniqueConstraint("prise"),
    )
    op.create_index(op.f("ix_lot_sha256"), "lot", ["sha256"], unique=False)
    op.create_table(
        "tache",
        sa.Column("id", sa.String(length=140), nullable=False, comment="kind:subject"),
        sa.Column("genre", sa.String(length=12), nullable=False),
        sa.Column("sujet", sa.String(length=120), nullable=False),
        sa.Column("rang", sa.Integer(), nullable=False, comment="smaller first: the lot's order of receipt"),
        sa.Column("etat", sa.String(length=12), nullable=False, comment="a_faire, en_cours, faite, quarantaine"),
        sa.Column("essais", sa.Integer(), nullable=False, comment="attempts, counted at start: the fencing token"),
        sa.Column("ouvrier", sa.Text(), nullable=True, comment="the worker that holds the lease"),
        sa.Column("bail", sa.Float(), nullable=True, comment="end of the lease, seconds of the real clock"),
        sa.Column("pas_avant", sa.Float(), nullable=False),
        sa.Column("raison", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("tache_due", "tache", ["etat", "rang"], unique=False)
    op.create_table(
        "page",
        sa.Column("lot", sa.String(length=60), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.Column("blob", sa.String(length=64), nullable=False),
        sa.Column("genre", sa.String(length=8), nullable=False),
        sa.Column("ppp", sa.Float(), nullable=True, comment="dots per inch, when the file says so"),
        sa.ForeignKeyConstraint(["lot"], ["lot.id"]),
        sa.PrimaryKeyConstraint("lot", "n"),
    )
    op.create_table(
        "pli",
        sa.Column("id", sa.String(length=60), nullable=False),
        sa.Column("lot", sa.String(length=60), nullable=False),
        sa.Column("premiere", sa.Integer(), nullable=False),
        sa.Column("derniere", sa.Integer(), nullable=False),
        sa.Column(
            "etat", sa.String(length=12), nullable=False, comment="en_cours until the first settling, then the bilan's"
        ),
        sa.Column("bilan", sa.Text(), nullable=True),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False, comment="raised at each change of state"),
        sa.Column("publiee", sa.Integer(), nullable=False, comment="the version that the bilan file shows"),
        sa.ForeignKeyConstraint(["lot"], ["lot.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_pli_lot"), "pli", ["lot"], unique=False)
    op.create_table(
        "correction",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("pli", sa.String(length=60), nullable=False),
        sa.Column("contenu", sa.JSON(), nullable=False),
        sa.Column("par", sa.Text(), nullable=False),
        sa.Column("le", sa.String(length=32), nullable=False),
        sa.Column("annulee", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["pli"], ["pli.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_correction_pli"), "correction", ["pli"], unique=False)
    op.create_table(
        "demande",
        sa.Column("pli", sa.String(length=60), nullable=False),
        sa.Column("numero_unique", sa.String(length=18), nullable=False),
        sa.Column("contenu", sa.JSON(), nullable=False),
        sa.Column("le", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["pli"], ["pli.id"]),
        sa.PrimaryKeyConstraint("pli", "numero_unique"),
    )
    op.create_table(
        "depot",
        sa.Column("pli", sa.String(length=60), nullable=False),
        sa.Column("piece", sa.String(length=64), nullable=False),
        sa.Column("cle", sa.String(length=64), nullable=False),
        sa.Column("numero_unique", sa.String(length=18), nullable=False),
        sa.Column("etat", sa.String(length=12), nullable=False, comment="a_deposer, incertain, depose, refuse"),
        sa.Column("reference", sa.Text(), nullable=True),
        sa.Column("depose_le", sa.String(length=32), nullable=True),
        sa.Column("raison", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["pli"], ["pli.id"]),
        sa.PrimaryKeyConstraint("pli", "piece"),
    )
    op.create_index(op.f("ix_depot_cle"), "depot", ["cle"], unique=False)
    op.create_table(
        "envoi",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("pli", sa.String(length=60), nullable=False),
        sa.Column("nature", sa.String(length=12), nullable=False, comment="final, partiel, renvoi-N"),
        sa.Column("message_id", sa.Text(), nullable=False),
        sa.Column("destinataires", sa.JSON(), nullable=False),
        sa.Column("etat", sa.String(length=16), nullable=False, comment="a_envoyer, envoye, non_notifiable"),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.Column("le", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["pli"], ["pli.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("pli", "nature"),
    )
    op.create_table(
        "marque",
        sa.Column("marque", sa.String(length=80), nullable=False, comment="envoi:… or nonce:…"),
        sa.Column("pli", sa.String(length=60), nullable=False),
        sa.ForeignKeyConstraint(["pli"], ["pli.id"]),
        sa.PrimaryKeyConstraint("marque", "pli"),
    )
    op.create_table(
        "refus",
        sa.Column("pli", sa.String(length=60), nullable=False),
        sa.Column("page", sa.Integer(), nullable=False, comment="the piece's first page"),
        sa.Column("type", sa.String(length=7), nullable=False),
        sa.Column("raison", sa.String(length=3), nullable=False, comment="T11, or the status that the SNE answered"),
        sa.Column("le", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["pli"], ["pli.id"]),
        sa.PrimaryKeyConstraint("pli", "page", "type"),
    )
