#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "syntax/languages.hpp"

using namespace triptych::syntax;

namespace {

std::string grammar(std::string_view written, std::string_view title = {}) {
    const auto language = language_of(written, title);
    return language ? language->grammar : "";
}

}  // namespace

TEST_CASE("languages are known by the names authors give them") {
    for (const char* name : {"js", "javascript", "JavaScript", "mjs"})
        CHECK(grammar(name) == "JavaScript");
    for (const char* name : {"sh", "bash", "shell", "console"}) CHECK(grammar(name) == "Bash");
    CHECK(grammar("yml") == grammar("yaml"));
    CHECK(grammar("py") == "Python");
    CHECK(language_of("console", {})->lines == Lines::session);
    CHECK(language_of("sh", {})->lines == Lines::code);
}

TEST_CASE("what no one knows stays plain") {
    for (const char* name : {"text", "plaintext", "klingon", "", "j s", "javascriptjavascriptjs"})
        CHECK(grammar(name) == "");
}

TEST_CASE("a title that is a file's name says the language where none is written") {
    CHECK(grammar("", "demarche.py") == "Python");
    CHECK(grammar("", "src/app/config.YML") == "YAML");
    CHECK(grammar("", "Dockerfile") == "Dockerfile");
    CHECK(grammar("", "deploy/Makefile") == "Makefile");
    CHECK(grammar("", ".gitignore") == "Git Ignore");
    for (const char* title :
         {"Exemple en python", "python", "notes.txt", "Un fichier.py ici", "js"})
        CHECK(grammar("", title) == "");
    // What is written counts, known or not.
    CHECK(grammar("text", "demarche.py") == "");
    CHECK(grammar("json", "demarche.py") == "JSON");
}

TEST_CASE("the table has every name once") {
    const auto all = languages();
    CHECK(std::adjacent_find(all.begin(), all.end(), [](const auto& a, const auto& b) {
              return a.name >= b.name;
          }) == all.end());
}
