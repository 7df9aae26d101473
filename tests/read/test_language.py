"""The language of a text by its function words and its script."""

import pytest

from whence.read.language import detect_language, language_code


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ferry will not sail before Monday, and nobody is to blame for it.", "en"),
        (
            "Die Fähre wird nicht vor Montag fahren, und das ist nicht die Schuld der Stadt.",
            "de",
        ),
        ("Le ferry ne partira pas avant lundi, et personne dans la ville n'est à blâmer.", "fr"),
        ("El barco no saldrá hasta el lunes, pero los vecinos no creen que sea por él.", "es"),
        ("Паром не выйдет до понедельника, и никто в городе не виноват в том, что это так.", "ru"),
        ("لن تبحر العبارة قبل يوم الاثنين من الميناء الذي في المدينة بعد أن قال ذلك", "ar"),
        ("フェリーは月曜日まで出航しないと港長が語った。", "ja"),
        ("渡轮周一之前不会启航，港务长周五说。", "zh"),
        ("여객선은 월요일 이전에는 출항하지 않는다고 항만장이 말했다.", "ko"),
        ("Το πλοίο δεν θα αποπλεύσει πριν από τη Δευτέρα.", "el"),
    ],
)
def test_plain_cases_are_told(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    "text", ["", "2024", "Lund Bay", "Osk Lund Brandt Malm Dell Sanna Ivo Edda"]
)
def test_says_nothing_where_it_cannot_tell(text: str) -> None:
    assert detect_language(text) is None


def test_language_tags_are_cut_to_their_language() -> None:
    assert [language_code(tag) for tag in ("en-GB", "pt_BR", "DE", "english", "", None)] == [
        "en",
        "pt",
        "de",
        None,
        None,
        None,
    ]
