"""Lines that state when a report was published or changed, in the most used languages."""

import pytest

from whence.model import Basis, Span
from whence.read.dates import DateRole, read_date_line
from whence.read.dates.expressions import find_dates
from whence.read.dates.lines import read_label

UPDATED, PUBLISHED, UNSAID = DateRole.UPDATED, DateRole.PUBLISHED, DateRole.UNSAID


def statements(line: str, language: str | None = "en") -> list[tuple[str | None, DateRole]]:
    read = read_date_line(line, Span(0, len(line)), language)
    moments = [(entry.expression.moment(Basis.TEXT), entry.role) for entry in read]
    return [(moment.value if moment else None, role) for moment, role in moments]


@pytest.mark.parametrize(
    ("line", "value", "role"),
    [
        ("Updated: 4 October 2015, 08:41", "2015-10-04T08:41", UPDATED),
        ("Last updated Oct. 4, 2015 at 8:41 p.m. EDT", "2015-10-04T20:41-04:00", UPDATED),
        ("Published 12:05 GMT, 3 March 2019", "2019-03-03", PUBLISHED),
        ("Posted on Sept 3rd, 2016", "2016-09-03", PUBLISHED),
        ("Wednesday, October 9, 2013", "2013-10-09", UNSAID),
        ("2015-10-04 08:41:30", "2015-10-04T08:41:30", UNSAID),
        ("Harbour Wire | Updated: 2017-09-15 17:52", "2017-09-15T17:52", UPDATED),
        ("Güncellenme Tarihi: 7 Ağustos 2016, 14:05", "2016-08-07T14:05", UPDATED),
        ("YAYIN TARİHİ: 7 EKİM 2016 CUMA 14:05", "2016-10-07", PUBLISHED),
        ("Zuletzt aktualisiert am 3. März 2021 um 18:05 Uhr", "2021-03-03T18:05", UPDATED),
        ("Veröffentlicht: 03.03.2021, 18:05 Uhr", "2021-03-03T18:05", PUBLISHED),
        ("Mis à jour le 1er août 2020 à 9h05", "2020-08-01T09:05", UPDATED),
        ("Publié le 12/08/2020", "2020-08-12", PUBLISHED),
        ("Actualizado el 5 de mayo de 2018, 10:20", "2018-05-05T10:20", UPDATED),
        ("Atualizado em 5 de maio de 2018 às 10h20", "2018-05-05T10:20", UPDATED),
        ("Pubblicato il 9 luglio 2014", "2014-07-09", PUBLISHED),
        ("Bijgewerkt op 9 juli 2014 om 11:00", "2014-07-09T11:00", UPDATED),
        ("Senast uppdaterad 9 juli 2014", "2014-07-09", UPDATED),
        ("Opdateret den 9. juli 2014 kl. 11.30", "2014-07-09T11:30", UPDATED),
        ("Sist oppdatert: 9. juli 2014", "2014-07-09", UPDATED),
        ("Päivitetty 9. heinäkuuta 2014 klo 11.30", "2014-07-09T11:30", UPDATED),
        ("Обновлено: 5 октября 2015, 10:12", "2015-10-05T10:12", UPDATED),
        ("Опубликовано 5 окт. 2015 г.", "2015-10-05", PUBLISHED),
        ("Оновлено 5 жовтня 2015", "2015-10-05", UPDATED),
        ("Публикувано на 5 октомври 2015 г.", "2015-10-05", PUBLISHED),
        ("Ажурирано: 5. октобар 2015.", "2015-10-05", UPDATED),
        ("Ažurirano 5. listopada 2015.", "2015-10-05", UPDATED),
        ("Aktualizacja: 5 października 2015, 10:12", "2015-10-05T10:12", UPDATED),
        ("Aktualizováno 5. října 2015", "2015-10-05", UPDATED),
        ("Frissítve: 2015. október 5., 10:12", "2015-10-05T10:12", UPDATED),
        ("Actualizat: 5 octombrie 2015", "2015-10-05", UPDATED),
        ("Τελευταία ενημέρωση: 5 Οκτωβρίου 2015", "2015-10-05", UPDATED),
        ("آخر تحديث: 5 أكتوبر 2015 10:12", "2015-10-05T10:12", UPDATED),
        ("نشر في: ٥ تشرين الأول ٢٠١٥", "2015-10-05", PUBLISHED),
        ("עודכן: 5 באוקטובר 2015", "2015-10-05", UPDATED),
        ("अपडेट: 5 अक्टूबर 2015", "2015-10-05", UPDATED),
        ("প্রকাশিত: ৫ অক্টোবর ২০১৫", "2015-10-05", PUBLISHED),
        ("アップデート: 2015年10月5日 10:12", "2015-10-05T10:12", UNSAID),
        ("更新日：2015年10月5日 10時12", "2015-10-05T10:12", UPDATED),
        ("发布时间：2015年10月05日 10:12", "2015-10-05T10:12", PUBLISHED),
        ("최종수정 2015.10.05. 오후 3:12", "2015-10-05T15:12", UPDATED),
        ("입력 2015년 10월 5일", "2015-10-05", PUBLISHED),
        ("Cập nhật: ngày 5 tháng 10 năm 2015", "2015-10-05", UPDATED),
        ("Diperbarui: Senin, 5 Oktober 2015 10:12 WIB", "2015-10-05T10:12", UPDATED),
        ("ปรับปรุงล่าสุด 5 ตุลาคม 2558", "2015-10-05", UPDATED),
        ("Ilisasishwa 5 Oktoba 2015", "2015-10-05", UPDATED),
    ],
)
def test_reads_the_date_and_its_role(line: str, value: str, role: DateRole) -> None:
    assert statements(line) == [(value, role)]


def test_tells_two_dates_of_one_line_apart() -> None:
    line = "Published 3 October 2015 10:00, updated 4 October 2015 08:41"
    assert statements(line) == [("2015-10-03T10:00", PUBLISHED), ("2015-10-04T08:41", UPDATED)]


def test_a_short_line_with_an_unknown_label_is_read_without_a_role() -> None:
    assert statements("Xabarlandi: 2015-10-04 08:41") == [("2015-10-04T08:41", UNSAID)]


@pytest.mark.parametrize(
    "line",
    [
        "The bridge was closed on 4 October 2015 after the flood.",
        "On 4 October 2015 the council updated its list of missing people and asked for help.",
        "The attack of 11 September 2001",
        "At least 3 may have drowned",
        "Updated figures are due next week",
        "4 of 5 houses stood in 2015",
    ],
)
def test_prose_is_no_date_line(line: str) -> None:
    assert statements(line) == []


def test_leaves_open_a_date_that_two_conventions_read_differently() -> None:
    assert statements("Updated: 04/10/2015") == []
    assert statements("Updated: 24/10/2015") == [("2015-10-24", UPDATED)]
    assert statements("Actualizado: 04/10/2015", "es") == [("2015-10-04", UPDATED)]


def test_leaves_open_a_month_name_that_two_languages_read_differently() -> None:
    assert find_dates("5 listopada 2015", None) == []
    assert [found.month for found in find_dates("5 listopada 2015", "pl")] == [11]
    assert [found.month for found in find_dates("5 listopada 2015", "hr")] == [10]


def test_a_label_alone_announces_the_line_after_it() -> None:
    assert read_label("Last updated:") is UPDATED
    assert read_label("Updated figures") is None


def test_the_span_is_that_of_the_words_of_the_date() -> None:
    text = "İlk sayfa\r\n🌊 Güncelleme: 4 Ekim 2015, 08:41"
    [entry] = read_date_line(text, Span(11, len(text)), "tr")
    assert entry.expression.span.of(text) == "4 Ekim 2015, 08:41"


def test_sees_whether_the_weekday_printed_fits_the_date() -> None:
    [right] = find_dates("Wednesday, March 13, 2024", "en")
    [wrong] = find_dates("Monday, March 13, 2024", "en")
    assert right.is_consistent
    assert not wrong.is_consistent
