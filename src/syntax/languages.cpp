#include "syntax/languages.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"

namespace triptych::syntax {
namespace {

constexpr std::array table{
    Language{"apache", "Apache Configuration"},
    Language{"apacheconf", "Apache Configuration"},
    Language{"awk", "AWK"},
    Language{"bash", "Bash"},
    Language{"bat", "MS-DOS Batch"},
    Language{"batch", "MS-DOS Batch"},
    Language{"c", "C"},
    Language{"c#", "C#"},
    Language{"c++", "C++"},
    Language{"cc", "C++"},
    Language{"cjs", "JavaScript"},
    Language{"clj", "Clojure"},
    Language{"clojure", "Clojure"},
    Language{"cmake", "CMake"},
    Language{"cmd", "MS-DOS Batch"},
    Language{"cobol", "COBOL"},
    Language{"console", "Bash", Lines::session},
    Language{"containerfile", "Dockerfile"},
    Language{"cpp", "C++"},
    Language{"cs", "C#"},
    Language{"csharp", "C#"},
    Language{"css", "CSS"},
    Language{"cxx", "C++"},
    Language{"dart", "Dart"},
    Language{"diff", "Diff"},
    Language{"django", "Django HTML Template"},
    Language{"docker", "Dockerfile"},
    Language{"dockerfile", "Dockerfile"},
    Language{"dotenv", "INI Files"},
    Language{"dtd", "DTD"},
    Language{"editorconfig", "INI Files"},
    Language{"elm", "Elm"},
    Language{"env", "INI Files"},
    Language{"erl", "Erlang"},
    Language{"erlang", "Erlang"},
    Language{"f90", "Fortran (Free Format)"},
    Language{"feature", "Cucumber Gherkin feature"},
    Language{"fish", "Fish"},
    Language{"fortran", "Fortran (Free Format)"},
    Language{"fs", "FSharp"},
    Language{"fsharp", "FSharp"},
    Language{"gemfile", "Ruby"},
    Language{"geojson", "JSON"},
    Language{"gherkin", "Cucumber Gherkin feature"},
    Language{"gitconfig", "INI Files"},
    Language{"gitignore", "Git Ignore"},
    Language{"go", "Go"},
    Language{"golang", "Go"},
    Language{"gql", "GraphQL"},
    Language{"gradle", "Groovy"},
    Language{"graphql", "GraphQL"},
    Language{"groovy", "Groovy"},
    Language{"h", "C++"},
    Language{"handlebars", "Mustache/Handlebars (HTML)"},
    Language{"haskell", "Haskell"},
    Language{"hbs", "Mustache/Handlebars (HTML)"},
    Language{"hcl", "Terraform"},
    Language{"hpp", "C++"},
    Language{"hs", "Haskell"},
    Language{"htaccess", "Apache Configuration"},
    Language{"htm", "HTML"},
    Language{"html", "HTML"},
    Language{"ini", "INI Files"},
    Language{"java", "Java"},
    Language{"javascript", "JavaScript"},
    Language{"jenkinsfile", "Groovy"},
    Language{"jinja", "Django HTML Template"},
    Language{"jinja2", "Django HTML Template"},
    Language{"jl", "Julia"},
    Language{"js", "JavaScript"},
    Language{"json", "JSON"},
    Language{"json5", "JSON"},
    Language{"jsonc", "JSON"},
    Language{"jsonld", "JSON"},
    Language{"jsx", "JavaScript React (JSX)"},
    Language{"julia", "Julia"},
    Language{"kotlin", "Kotlin"},
    Language{"ksh", "Bash"},
    Language{"kt", "Kotlin"},
    Language{"kts", "Kotlin"},
    Language{"ldif", "LDIF"},
    Language{"less", "LESSCSS"},
    Language{"lisp", "Common Lisp"},
    Language{"lua", "Lua"},
    Language{"make", "Makefile"},
    Language{"makefile", "Makefile"},
    Language{"matlab", "Matlab"},
    Language{"mjs", "JavaScript"},
    Language{"mk", "Makefile"},
    Language{"ml", "Objective Caml"},
    Language{"mustache", "Mustache/Handlebars (HTML)"},
    Language{"mysql", "SQL (MySQL)"},
    Language{"nix", "Nix"},
    Language{"objc", "Objective-C"},
    Language{"objective-c", "Objective-C"},
    Language{"objectivec", "Objective-C"},
    Language{"ocaml", "Objective Caml"},
    Language{"octave", "Octave"},
    Language{"oracle", "SQL (Oracle)"},
    Language{"pascal", "Pascal"},
    Language{"patch", "Diff"},
    Language{"perl", "Perl"},
    Language{"pgsql", "SQL (PostgreSQL)"},
    Language{"php", "PHP/PHP"},
    Language{"pl", "Perl"},
    Language{"plist", "XML"},
    Language{"plpgsql", "SQL (PostgreSQL)"},
    Language{"plsql", "SQL (Oracle)"},
    Language{"pm", "Perl"},
    Language{"postgres", "SQL (PostgreSQL)"},
    Language{"postgresql", "SQL (PostgreSQL)"},
    Language{"powershell", "PowerShell"},
    Language{"prolog", "Prolog"},
    Language{"properties", "Java Properties"},
    Language{"proto", "Protobuf"},
    Language{"protobuf", "Protobuf"},
    Language{"ps1", "PowerShell"},
    Language{"puppet", "Puppet"},
    Language{"pwsh", "PowerShell"},
    Language{"py", "Python"},
    Language{"python", "Python"},
    Language{"python3", "Python"},
    Language{"r", "R Script"},
    Language{"rakefile", "Ruby"},
    Language{"rb", "Ruby"},
    Language{"rs", "Rust"},
    Language{"rss", "XML"},
    Language{"ruby", "Ruby"},
    Language{"rust", "Rust"},
    Language{"sass", "SASS"},
    Language{"scala", "Scala"},
    Language{"scheme", "Scheme"},
    Language{"scss", "SCSS"},
    Language{"service", "systemd unit"},
    Language{"sh", "Bash"},
    Language{"sh-session", "Bash", Lines::session},
    Language{"shell", "Bash"},
    Language{"shell-session", "Bash", Lines::session},
    Language{"shellsession", "Bash", Lines::session},
    Language{"sol", "Solidity"},
    Language{"solidity", "Solidity"},
    Language{"sql", "SQL"},
    Language{"svg", "XML"},
    Language{"swift", "Swift"},
    Language{"systemd", "systemd unit"},
    Language{"tcl", "Tcl/Tk"},
    Language{"terraform", "Terraform"},
    Language{"tf", "Terraform"},
    Language{"tfvars", "Terraform"},
    Language{"toml", "TOML"},
    Language{"ts", "TypeScript"},
    Language{"tsx", "TypeScript React (TSX)"},
    Language{"twig", "Django HTML Template"},
    Language{"typescript", "TypeScript"},
    Language{"vagrantfile", "Ruby"},
    Language{"vue", "HTML"},
    Language{"webmanifest", "JSON"},
    Language{"wsdl", "XML"},
    Language{"xhtml", "HTML"},
    Language{"xml", "XML"},
    Language{"xsd", "XML"},
    Language{"xsl", "xslt"},
    Language{"xslt", "xslt"},
    Language{"yaml", "YAML"},
    Language{"yml", "YAML"},
    Language{"zig", "Zig"},
    Language{"zsh", "Zsh"},
};

static_assert(std::ranges::is_sorted(table, {}, &Language::name));

constexpr std::size_t longest_name = 20;

std::optional<Language> language_named(std::string_view name) {
    if (name.empty() || name.size() > longest_name) return std::nullopt;
    const std::string wanted = text::lower_case(name);
    const auto found =
        std::lower_bound(table.begin(), table.end(), std::string_view(wanted),
                         [](const Language& one, std::string_view key) { return one.name < key; });
    return found != table.end() && found->name == wanted ? std::optional(*found) : std::nullopt;
}

/// By the whole name (`Dockerfile`, `.gitignore`), else by its ending.
std::optional<Language> language_of_file(std::string_view title) {
    std::string_view name = text::trim(title);
    if (name.find_first_of(" \t\n") != name.npos) return std::nullopt;
    name.remove_prefix(name.find_last_of('/') + 1);
    const std::size_t dot = name.rfind('.');
    if (dot == name.npos) {
        // A word is a title, a file without an ending has a capital.
        const bool capital = !name.empty() && name.front() >= 'A' && name.front() <= 'Z';
        return capital && name.ends_with("file") ? language_named(name) : std::nullopt;
    }
    return language_named(name.substr(dot + 1));
}

}  // namespace

std::span<const Language> languages() { return table; }

std::optional<Language> language_of(std::string_view written, std::string_view title) {
    return written.empty() ? language_of_file(title) : language_named(written);
}

}  // namespace triptych::syntax
