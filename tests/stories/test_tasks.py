"""A task in the life of a team, in the words they use."""

from __future__ import annotations

from tests.stories.conftest import Office


def test_create_task_by_command_says_all_that_was_understood(office: Office) -> None:
    office.maya.types("/program new Batik Lyon", in_="#lyon")
    echo = office.maya.types("/task Kirim draf MoU ke museum @rani jumat #Batik-Lyon !tinggi", in_="#lyon")
    for part in ("#1 Kirim draf MoU ke museum", "Jum, 27 Nov", "Rani Kusuma", "Batik Lyon", "[Urungkan]"):
        assert part in echo
    assert "terlihat oleh semua orang" in echo


def test_whoever_is_given_a_task_gets_one_direct_message(office: Office) -> None:
    office.maya.types("/task Kirim draf MoU @rani", in_="#lyon")
    office.maya.types("/task Pesan tiket @rani", in_="#lyon")
    seen = office.rani.sees()
    assert len(seen) == 1
    print(seen[0])
    assert "Kirim draf MoU" in seen[0]
    assert "Pesan tiket" in seen[0]
    office.rani.clicks("Selesai", on="Kirim draf MoU")
    print(office.rani.screen())
    print(office.maya.screen())


def test_mention_card(office: Office) -> None:
    out = office.emma.says("@Lintas please send the loan list by friday", in_="#lyon")
    print(out)
    print(office.emma.screen("#lyon"))
    out = office.emma.dm("what is due this week")
    print(out)
    print(office.emma.dm("apa yang terlambat"))
