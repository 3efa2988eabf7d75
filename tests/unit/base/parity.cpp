#include <triptych/parity.hpp>

#include <doctest/doctest.h>

using namespace triptych;

TEST_CASE("an account of what outputs do not show, as text and as JSON") {
    Sources sources;
    const FileId file = sources.add("a.md", "un\ndeux\n");
    Parity booklet("booklet");
    Parity slides("slides");
    slides.note({file, 3, 7}, Fate::moved_to_notes, Message::verbatim("paragraph"));
    slides.note({file, 0, 2}, Fate::shortened, Message::verbatim("\"title\""));
    Parity more("slides");
    more.note({file, 3, 7}, Fate::moved_to_notes, Message::verbatim("paragraph"));
    more.note({}, Fate::left_out, Message::verbatim("cover picture"));
    slides.append(std::move(more));
    slides.sort();
    CHECK(slides.entries().size() == 3);

    CHECK(to_text({booklet, slides}, sources) ==
          "booklet: everything is shown\n"
          "slides: a.md:1:1: shortened: \"title\"\n"
          "slides: a.md:2:1: moved-to-notes: paragraph\n"
          "slides: left-out: cover picture\n"
          "slides: 1 shortened, 1 moved-to-notes, 1 left-out\n");
    CHECK(to_json({booklet, slides}, sources) ==
          R"({
"booklet": [],
"slides": [
 {"file":"a.md","line":1,"column":1,"fate":"shortened","what":"\"title\""},
 {"file":"a.md","line":2,"column":1,"fate":"moved-to-notes","what":"paragraph"},
 {"file":"","line":0,"column":0,"fate":"left-out","what":"cover picture"}
]
}
)");
}

TEST_CASE("an account without outputs is empty") {
    CHECK(to_text(std::vector<Parity>{}, Sources{}).empty());
    CHECK(to_json(std::vector<Parity>{}, Sources{}) == "{}\n");
}
