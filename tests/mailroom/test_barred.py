"""What stays in the inbox is remembered for as long as it is there."""

from pipeline.mailroom.barred import PLACE, Barred, remember, remembered, sentence


def barred(racine, name):
    (racine / "inbox").mkdir(exist_ok=True)
    (racine / "inbox" / name).touch()
    return Barred(f"inbox/{name}", "il ne peut pas être lu", 1)


def test_what_was_seen_last_is_remembered_in_order_of_name(tmp_path):
    assert remembered(tmp_path) == ()
    second, first = barred(tmp_path, "b.pdf"), barred(tmp_path, "a.pdf")
    remember(tmp_path, [second, first])
    assert remembered(tmp_path) == (first, second)
    remember(tmp_path, [])
    assert remembered(tmp_path) == ()


def test_what_has_gone_is_remembered_no_more(tmp_path):
    one = barred(tmp_path, "a.pdf")
    remember(tmp_path, [one])
    (tmp_path / one.path).unlink()
    assert remembered(tmp_path) == ()


def test_the_same_again_writes_nothing(tmp_path):
    remember(tmp_path, ())
    assert not (tmp_path / PLACE).exists()
    one = barred(tmp_path, "a.pdf")
    remember(tmp_path, [one])
    written = (tmp_path / PLACE).stat().st_ino
    remember(tmp_path, [one])
    assert (tmp_path / PLACE).stat().st_ino == written


def test_a_name_that_is_no_text_is_remembered(tmp_path):
    one = barred(tmp_path, "\udcff.pdf")
    remember(tmp_path, [one])
    assert remembered(tmp_path) == (one,)


def test_how_many_stay_is_said_without_their_names():
    assert sentence(1).startswith("1 fichier reste dans inbox/")
    assert sentence(3).startswith("3 fichiers restent dans inbox/")
