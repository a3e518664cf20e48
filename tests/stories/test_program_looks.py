"""A program looked at in one way: moved, judged, its history, its plan, its timeline, what is still open."""

from __future__ import annotations

import pytest

from bot.local.person import Person
from tests.stories.conftest import Office
from tests.stories.test_tasks import both, row, speaker

UNDO = {"en": "Undo", "id": "Urungkan"}


@pytest.fixture
def lyon(desk: Office) -> Office:
    """Batik Lyon with two dates, two tasks counted from its opening, and one late."""
    desk.maya.types(
        "/program new Batik Lyon opening 18 March 2027, closing June 2027 (not confirmed)", in_="#umum"
    )
    desk.maya.types("/task add Cetak katalog H-30 pembukaan @rani #Batik-Lyon", in_="#umum")
    desk.maya.types("/task add Kirim karya H-20 pembukaan #Batik-Lyon", in_="#umum")
    desk.maya.types("/task add Bayar uang muka 24 Nov 2026 #Batik-Lyon", in_="#umum")
    return desk


def anchors(office: Office) -> list[tuple[str, str, str, bool]]:
    return [(a["kind"], a["day"], a["precision"], bool(a["confirmed"])) for a in office.rows("anchors")]


@pytest.mark.parametrize(
    ("lang", "typed", "day"),
    [
        ("en", "/program move Batik Lyon opening to 15 April 2027", "2027-04-15"),
        ("en", "/program move Batik Lyon opening 15 April 2027", "2027-04-15"),
        ("en", "/program move Batik Lyon opening +7 d", "2027-03-25"),
        ("en", "/program move Batik Lyon opening -3 d", "2027-03-15"),
        ("en", "/program move Batik Lyon opening two weeks later", "2027-04-01"),
        ("id", "/program geser Batik Lyon pembukaan ke 15 April 2027", "2027-04-15"),
        ("id", "/program geser Batik Lyon pembukaan +7 h", "2027-03-25"),
        ("id", "/program geser Batik Lyon pembukaan mundur 2 minggu", "2027-04-01"),
        ("id", "/program geser Batik Lyon pembukaan maju 3 hari", "2027-03-15"),
    ],
)
def test_move_anchor_says_what_stays_and_can_be_undone(lyon: Office, lang: str, typed: str, day: str) -> None:
    me = speaker(lyon, lang)
    before, tasks = anchors(lyon), [row(lyon, 1), row(lyon, 2)]
    said = me.types(typed, in_="#umum")
    assert anchors(lyon)[0] == ("opening", day, "day", True)
    for words in {
        "en": ("before Thu 18 Mar 2027", "2 open tasks are counted from it and keep their deadlines"),
        "id": (
            "sebelumnya Kam, 18 Mar 2027",
            "2 tugas terbuka dihitung dari tanggal ini dan tenggatnya tetap",
        ),
    }[lang]:
        assert words in said
    assert "#1 Cetak katalog" in said
    assert [row(lyon, 1), row(lyon, 2)] == tasks
    card = me.types("/program Batik Lyon", in_="#umum")
    assert ("first set for Thu 18 Mar 2027" if lang == "en" else "semula Kam, 18 Mar 2027") in card
    undone = me.types("/lintas undo", in_="#umum")
    assert ("the new date of Batik Lyon" if lang == "en" else "tanggal baru Batik Lyon") in undone
    assert anchors(lyon) == before


def test_move_anchor_that_was_uncertain_and_confirm_it(lyon: Office) -> None:
    lyon.maya.types("/program geser Batik Lyon penutupan 15 Juli 2027", in_="#umum")
    assert anchors(lyon)[1] == ("closing", "2027-07-15", "day", False)
    lyon.maya.types("/program geser Batik Lyon penutupan pasti", in_="#umum")
    assert anchors(lyon)[1] == ("closing", "2027-07-15", "day", True)


@both
def test_move_without_a_date_asks_which_and_changes_nothing(lyon: Office, lang: str) -> None:
    me, before = speaker(lyon, lang), anchors(lyon)
    for typed in (
        "/program move Batik Lyon",
        "/program move Batik Lyon opening",
        "/program move Batik Lyon +7 d",
    ):
        said = me.types(typed, in_="#umum")
        assert ("Say which date of Batik Lyon" if lang == "en" else "Sebutkan tanggal Batik Lyon") in said
    said = me.types("/program move Batik Lyon arrival +7 d", in_="#umum")
    assert ("has no such date yet" if lang == "en" else "belum memiliki tanggal itu") in said
    assert anchors(lyon) == before


# --- updates ----------------------------------------------------------------------------------------------

UPDATES = [
    ("en", "decision: two venues", "decision", None, "two venues"),
    ("en", "risk: customs strike", "risk", None, "customs strike"),
    ("en", "blocker: no permit", "blocker", None, "no permit"),
    ("en", "milestone: catalog printed", "milestone", None, "catalog printed"),
    ("en", "note: the director likes it", "note", None, "the director likes it"),
    ("en", "budget: EUR 12,000 approved", "budget", None, "EUR 12,000 approved"),
    ("en", "result: 1,200 visitors", "result", None, "1,200 visitors"),
    ("en", "at risk: visas are late", "status", "at_risk", "visas are late"),
    ("en", "off track — no venue", "status", "off_track", "no venue"),
    ("id", "keputusan: dua lokasi", "decision", None, "dua lokasi"),
    ("id", "kendala: izin belum terbit", "blocker", None, "izin belum terbit"),
    ("id", "risiko: bea cukai mogok", "risk", None, "bea cukai mogok"),
    ("id", "hasil: 1.200 pengunjung", "result", None, "1.200 pengunjung"),
    ("id", "sesuai rencana: katalog 70%", "status", "on_track", "katalog 70%"),
    ("id", "berisiko - visa terlambat", "status", "at_risk", "visa terlambat"),
]


@pytest.mark.parametrize(("lang", "typed", "kind", "health", "text"), UPDATES)
def test_record_update_of_every_kind(
    lyon: Office, lang: str, typed: str, kind: str, health: str | None, text: str
) -> None:
    me = speaker(lyon, lang)
    said = me.types(f"/program update Batik Lyon: {typed}", in_="#umum")
    stored = lyon.rows("updates")[-1]
    assert (stored["kind"], stored["health"], stored["text"]) == (kind, health, text)
    assert text in said
    me.clicks(UNDO[lang], last=True)
    assert lyon.rows("updates")[-1]["deleted_at"] is not None


@both
def test_the_card_shows_how_it_stands_who_said_so_and_what_is_open(lyon: Office, lang: str) -> None:
    me = speaker(lyon, lang)
    assert ("nobody has said yet" if lang == "en" else "belum ada yang menyampaikan") in me.types(
        "/program Batik Lyon", in_="#umum"
    )
    for typed in (
        "on track: all well",
        "at risk: visas are late",
        "risk: customs strike",
        "decision: two venues",
    ):
        lyon.rani.types(f"/program update Batik Lyon {typed}", in_="#umum")
    card = me.types("/program Batik Lyon", in_="#umum")
    for words in {
        "en": (
            "🟡 at risk — Rani Kusuma",
            "Open risks and obstacles\nrisk: customs strike",
            "Last decisions\ndecision: two venues",
        ),
        "id": (
            "🟡 berisiko — Rani Kusuma",
            "Risiko dan kendala yang masih terbuka\nrisiko: customs strike",
            "Keputusan terakhir\nkeputusan: two venues",
        ),
    }[lang]:
        assert words in card
    assert ("🟡 at risk" if lang == "en" else "🟡 berisiko") in me.types("/program list", in_="#umum")
    me.types("/program Batik Lyon", in_="#umum")
    said = me.clicks("No longer open" if lang == "en" else "Sudah teratasi", last=True)
    assert "customs strike" in said
    assert lyon.rows("updates")[2]["settled_at"] is not None
    card = me.types("/program Batik Lyon", in_="#umum")
    assert ("Open risks" if lang == "en" else "masih terbuka") not in card
    assert ("risk, no longer open: customs" if lang == "en" else "risiko, sudah teratasi: customs") in card
    me.types("/lintas undo", in_="#umum")
    assert lyon.rows("updates")[2]["settled_at"] is None


def test_a_health_taken_back_leaves_the_one_before(lyon: Office) -> None:
    lyon.emma.types("/program update Batik Lyon: at risk: visas", in_="#umum")
    lyon.maya.types("/program update Batik Lyon: sesuai rencana: beres", in_="#umum")
    assert "🟢" in lyon.maya.types("/program Batik Lyon", in_="#umum")
    lyon.maya.types("/lintas undo", in_="#umum")
    assert "🟡" in lyon.maya.types("/program Batik Lyon", in_="#umum")


@both
def test_record_update_by_its_form_with_health(lyon: Office, lang: str) -> None:
    me = speaker(lyon, lang)
    me.types("/program Batik Lyon", in_="#umum")
    me.clicks("Log update" if lang == "en" else "Catat kabar", last=True)
    assert me.modal_values["Program"] == "Batik Lyon"
    me.fills(
        {
            "en": {
                "Kind": "milestone",
                "What happened": "All lenders signed",
                "How the program stands, as you see it": "🟢 on track",
            },
            "id": {
                "Jenis": "tonggak",
                "Apa yang terjadi": "All lenders signed",
                "Keadaan program menurut Anda": "🟢 sesuai rencana",
            },
        }[lang]
    )
    said = me.submits()
    assert ("The program: 🟢 on track" if lang == "en" else "Keadaan program: 🟢 sesuai rencana") in said
    assert (lyon.rows("updates")[0]["kind"], lyon.rows("updates")[0]["health"]) == ("milestone", "on_track")


# --- looks ------------------------------------------------------------------------------------------------


@both
def test_program_history_says_what_changed_and_by_whom(lyon: Office, lang: str) -> None:
    me = speaker(lyon, lang)
    lyon.rani.types("/program update Batik Lyon: katalog 70%", in_="#umum")
    lyon.rani.types("/program geser Batik Lyon pembukaan +7 h", in_="#umum")
    lyon.rani.types("/task done 3", in_="#umum")
    said = me.types(
        "/program history Batik Lyon" if lang == "en" else "/program riwayat Batik Lyon", in_="#umum"
    )
    for words in {
        "en": (
            "Rani Kusuma marked it done — #3 Bayar uang muka",
            "Rani Kusuma moved a date — opening: Thu 18 Mar 2027 → Thu 25 Mar 2027",
            "Rani Kusuma logged an update: katalog 70%",
            "Maya Prameswari added it — #1 Cetak katalog",
        ),
        "id": (
            "Rani Kusuma menyelesaikan — #3 Bayar uang muka",
            "Rani Kusuma menggeser tanggal — pembukaan: Kam, 18 Mar 2027 → Kam, 25 Mar 2027",
            "Rani Kusuma mencatat kabar: katalog 70%",
            "Maya Prameswari menambahkan — #1 Cetak katalog",
        ),
    }[lang]:
        assert words in said
    lyon.at(30, 10)
    assert "katalog 70%" in me.types("/program history Batik Lyon 7d", in_="#umum")
    later = me.types("/program history Batik Lyon 3 hari", in_="#umum")
    assert "katalog 70%" not in later
    assert ("Nothing has changed yet" if lang == "en" else "Belum ada perubahan") in later


def test_program_history_leaves_out_what_the_reader_may_not_see(lyon: Office) -> None:
    lyon.dewi.types("/task add Bayar honor", in_="#keuangan")
    lyon.dewi.types("/task edit 4", in_="#keuangan")
    lyon.dewi.fills({"Program": "Batik Lyon"})
    lyon.dewi.submits()
    lyon.maya.types("/program link Batik Lyon", in_="#lyon")
    lyon.maya.types("/program link Batik Lyon", in_="#keuangan")
    seen = lyon.rani.types("/program riwayat Batik Lyon", in_="#umum")
    assert "honor" not in seen
    assert seen.count("menghubungkan kanal") == 1
    assert "Bayar honor" in lyon.maya.types("/program riwayat Batik Lyon", in_="#umum")


@both
def test_program_plan_shows_the_tasks_counted_from_its_dates(lyon: Office, lang: str) -> None:
    me = speaker(lyon, lang)
    said = me.types(
        "/program plan Batik Lyon" if lang == "en" else "/program rencana Batik Lyon", in_="#umum"
    )
    assert ("30 days before opening — #1" if lang == "en" else "H-30 pembukaan — #1 Cetak katalog") in said
    assert "Bayar uang muka" not in said
    me.clicks("New task" if lang == "en" else "Tugas baru", last=True)
    assert me.modal_values["Program"] == "Batik Lyon"
    me.closes()
    me.types("/program new Kyoto", in_="#umum")
    bare = me.types("/program plan Kyoto", in_="#umum")
    assert ("No task is counted" if lang == "en" else "Belum ada tugas yang dihitung") in bare


@both
def test_program_timeline_is_in_the_order_of_days(lyon: Office, lang: str) -> None:
    me = speaker(lyon, lang)
    lyon.rani.types("/task done 1", in_="#umum")
    said = me.types(
        "/program timeline Batik Lyon" if lang == "en" else "/program linimasa Batik Lyon", in_="#umum"
    )
    marks = [
        "#3 Bayar",
        "➖",
        "✅ #1 Cetak",
        "#2 Kirim",
        "📍 opening" if lang == "en" else "📍 pembukaan",
        "Jun 2027",
    ]
    places = [said.index(mark) for mark in marks]
    assert places == sorted(places)


def pictures(person: Person, where: str | None = None) -> list[tuple[str, str]]:
    """Name and words of each picture that the person sees there; each is one."""
    found = []
    for message in person.messages(in_=where):
        for shared in message.files:
            file = person.slack.workspace.files[shared["id"]]
            assert (file.content or b"").startswith(b"\x89PNG")
            found.append((shared["name"], message.text))
    return found


@both
def test_the_timelines_picture_is_sent_to_who_asked_and_shared_on_request(lyon: Office, lang: str) -> None:
    me = speaker(lyon, lang)
    said = me.types(
        "/program timeline Batik Lyon" if lang == "en" else "/program linimasa Batik Lyon", in_="#umum"
    )
    assert ("direct messages" if lang == "en" else "pesan langsung") in said
    ((name, words),) = pictures(me)
    assert name == "batik-lyon.png"
    assert ("3 tasks" if lang == "en" else "3 tugas") in words
    assert pictures(lyon.dewi, "#umum") == []
    me.clicks("Share here" if lang == "en" else "Bagikan di sini", last=True)
    ((_, shared),) = pictures(lyon.dewi, "#umum")
    assert "3 tugas" in shared or "3 tasks" in shared


def test_asked_by_mention_the_picture_comes_into_the_thread(lyon: Office) -> None:
    lyon.maya.says("@lintas program linimasa Batik Lyon", in_="#umum")
    (picture,) = pictures(lyon.rani, "#umum")
    assert "Linimasa Batik Lyon" in picture[1]


def test_what_is_said_with_a_picture_pings_nobody_and_invents_no_day(desk: Office) -> None:
    desk.maya.types("/program new <!channel> & Kyoto closing June 2027", in_="#umum")
    desk.maya.types('/program linimasa "<!channel> & Kyoto"', in_="#umum")
    ((_, words),) = pictures(desk.maya)
    assert "&lt;!channel&gt; &amp; Kyoto" in words
    assert "Jun 2027" in words
    assert "1 Jun" not in words


def test_by_mention_a_private_programs_picture_goes_to_who_asked(desk: Office) -> None:
    desk.maya.types("/program new Rahasia Lyon opening 18 March 2027", in_="#keuangan")
    desk.maya.says("@lintas program linimasa Rahasia Lyon", in_="#umum")
    assert len(pictures(desk.maya)) == 1
    assert pictures(desk.rani, "#umum") == []


def test_a_private_programs_picture_is_not_shared_with_others(desk: Office) -> None:
    desk.maya.types("/program new Rahasia Lyon opening 18 March 2027", in_="#keuangan")
    desk.maya.types("/program linimasa Rahasia Lyon", in_="#umum")
    assert len(pictures(desk.maya)) == 1
    desk.maya.clicks("Bagikan di sini", last=True)
    assert pictures(desk.rani, "#umum") == []


@both
def test_program_ready_says_what_is_late_and_open_before_the_opening(lyon: Office, lang: str) -> None:
    me = speaker(lyon, lang)
    lyon.maya.types("/task add Pilih kurir #Batik-Lyon", in_="#umum")
    lyon.maya.types("/task add Evaluasi 1 Juli 2027 #Batik-Lyon", in_="#umum")
    lyon.at(25, 10)
    said = me.types("/program ready Batik Lyon" if lang == "en" else "/program siap Batik Lyon", in_="#umum")
    for words in {
        "en": (
            "113 days to opening",
            "🔴 Late: 1\n#3 Bayar uang muka",
            "Open and due before it: 2\n#1 Cetak katalog",
            "Open without a deadline: 1\n#4 Pilih kurir",
        ),
        "id": (
            "H-113 menuju pembukaan",
            "🔴 Terlambat: 1\n#3 Bayar uang muka",
            "Terbuka dan jatuh tempo sebelum itu: 2\n#1 Cetak katalog",
            "Terbuka tanpa tenggat: 1\n#4 Pilih kurir",
        ),
    }[lang]:
        assert words in said
    assert "Evaluasi" not in said
    me.types("/program new Kyoto", in_="#umum")
    bare = me.types("/program ready Kyoto", in_="#umum")
    assert ("What nobody wrote down, I do not know" if lang == "en" else "tidak saya ketahui") in bare


def test_no_look_shows_a_private_program_to_others(desk: Office) -> None:
    desk.dewi.types("/program new Dana Abadi opening 18 March 2027", in_="#keuangan")
    for verb in ("move", "history", "plan", "timeline", "ready", "update"):
        said = desk.rani.types(f'/program {verb} "Dana Abadi" opening +7 d', in_="#umum")
        assert "2027" not in said
        assert desk.rows("anchors")[0]["day"] == "2027-03-18"
