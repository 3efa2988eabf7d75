#include <triptych/diagrams.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <map>

using namespace triptych;

namespace {

using Strings = std::vector<std::string>;

class KeptDrawings final : public Cache {
public:
    std::optional<std::string> load(std::string_view key) override {
        const auto found = entries.find(std::string(key));
        return found == entries.end() ? std::nullopt : std::optional(found->second);
    }
    void save(std::string_view key, std::string_view bytes) override {
        entries[std::string(key)] = bytes;
    }
    std::map<std::string, std::string> entries;
};

/// What `sh` makes of a script, as a program for Mermaid.
DiagramDrawer::Drawing drawn_by(const std::string& script, Cache* cache = nullptr,
                                Reach reach = Reach::free) {
    const auto drawer = diagram_programs({{"mermaid", "sh -c '" + script + "'"}}, reach, cache);
    return drawer->draw("mermaid", "graph LR");
}

}  // namespace

TEST_CASE("a command is words as a shell has them, and nothing else") {
    CHECK(words_of_command("mmdc -i {in}  -o\t{out}") ==
          Strings{"mmdc", "-i", "{in}", "-o", "{out}"});
    CHECK(words_of_command("'a b' c\\ d \"e'f\" ''") == Strings{"a b", "c d", "e'f", ""});
    CHECK(words_of_command("a; b > $c") == Strings{"a;", "b", ">", "$c"});
    CHECK_FALSE(words_of_command("a 'b"));
    CHECK_FALSE(words_of_command("  "));
    CHECK_FALSE(words_of_command("'' a"));
}

TEST_CASE("a program gets the source by file or as its input, and writes likewise") {
    CHECK(drawn_by("cat >/dev/null; echo \"<svg/>\"").picture == "<svg/>\n");
    CHECK(drawn_by("echo \"<svg>$(cat)</svg>\"").picture == "<svg>graph LR</svg>\n");
    CHECK(drawn_by("echo \"<svg>$(cat {in})</svg>\" >{out}").picture == "<svg>graph LR</svg>\n");
}

TEST_CASE("why there is no picture is said") {
    CHECK(drawn_by("echo broken >&2; exit 3").problem.english() ==
          "'sh': it ended with code 3 (broken)");
    CHECK(drawn_by("echo hello").problem.english() == "'sh': it wrote no SVG and no PNG (hello)");
    CHECK(drawn_by("kill -9 $$").problem.english() == "'sh': it was ended by signal 9");
    CHECK(drawn_by("head -c 100000000 /dev/zero").picture.empty());
    CHECK(drawn_by("ln -s /etc/passwd diagram.svg; exit 0 {out}").picture.empty());
    const auto lost = diagram_programs({{"d2", "no-such-program"}}, Reach::free, nullptr);
    CHECK(lost->draw("d2", "a").problem.english() == "there is no program 'no-such-program'");
    CHECK(lost->draw("mermaid", "a").problem.empty());
    CHECK(lost->draw("mermaid", "a").picture.empty());
    CHECK(diagram_programs({}, Reach::free, nullptr) == nullptr);
}

TEST_CASE("a program has an empty folder, which goes with it, and none of the user's variables") {
    ::setenv("SECRET_OF_THE_USER", "told", 1);
    const auto drawing = drawn_by("echo \"<svg>$PWD $(ls) $HOME ${SECRET_OF_THE_USER}.</svg>\"");
    ::unsetenv("SECRET_OF_THE_USER");
    const std::string& words = drawing.picture;
    CHECK(words.find("told") == std::string::npos);
    const auto begin = words.find('/'), end = words.find(' ');
    const std::string folder = words.substr(begin, end - begin);
    CHECK(words.find("diagram.mmd\nstderr\nstdout " + folder + " .") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder));
}

TEST_CASE("what was drawn is kept by its command and its source") {
    KeptDrawings cache;
    const std::string picture = drawn_by("echo \"<svg>$$</svg>\"", &cache).picture;
    CHECK(drawn_by("echo \"<svg>$$</svg>\"", &cache).picture == picture);
    CHECK(drawn_by("echo \"<svg>$$ </svg>\"", &cache).picture != picture);
    CHECK(cache.entries.size() == 2);
    for (auto& [key, entry] : cache.entries) entry = "damaged";
    CHECK(drawn_by("echo \"<svg>$$</svg>\"", &cache).picture != picture);
    // A failure is not kept.
    KeptDrawings none;
    drawn_by("exit 1", &none);
    CHECK(none.entries.empty());
}

TEST_CASE("a program that is locked in reaches neither the user's files nor the network") {
    const auto allowed = drawn_by("echo \"<svg/>\"", nullptr, Reach::locked_in);
    if (allowed.problem.english().find("lock") != std::string::npos) {
        MESSAGE("this system can't lock programs in");
        return;
    }
    CHECK(allowed.picture == "<svg/>\n");
    const std::string secret =
        (std::filesystem::temp_directory_path() / "triptych-test-secret").string();
    CHECK(drawn_by("echo \"<svg/>\" >" + secret, nullptr, Reach::locked_in).picture.empty());
    CHECK_FALSE(std::filesystem::exists(secret));
    drawn_by("echo \"<svg>told</svg>\" >" + secret + "; cat " + secret);
    REQUIRE(std::filesystem::exists(secret));
    CHECK(drawn_by("cat " + secret).picture == "<svg>told</svg>\n");
    CHECK(drawn_by("cat " + secret, nullptr, Reach::locked_in).picture.empty());
    CHECK(drawn_by("echo \"<svg>$(cat /etc/passwd)</svg>\"", nullptr, Reach::locked_in).picture ==
          "<svg></svg>\n");
    // Its own network has a loopback and nothing else.
    CHECK(drawn_by("echo \"<svg>$(tail -n +3 /proc/self/net/dev | cut -d: -f1)</svg>\"", nullptr,
                   Reach::locked_in)
              .picture == "<svg>    lo</svg>\n");
    std::filesystem::remove(secret);
}
