#include "gitbook/dialects/neighbour_inlines.hpp"

#include <algorithm>
#include <array>
#include <bitset>

#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "gitbook/dialects/neighbour_marks.hpp"
#include "gitbook/dialects/vault_names.hpp"
#include "gitbook/syntax/dollar_formula.hpp"
#include "gitbook/syntax/line_marks.hpp"
#include "gitbook/syntax/slugs.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t longest_name = 500, longest_formula = 500, longest_display = 4000;
/// Runs of back-ticks as long as this open no code that is looked for.
constexpr std::size_t longest_ticks = 64;

}  // namespace

void NeighbourInlines::read(const LinePlace& line, MappedText& out) {
    if (includes_.read_line(line, out)) return;
    const std::string_view written = text_.substr(line.begin, line.end - line.begin);
    // Only MkDocs says something in code within a line.
    const bool in_code = options_.dialect == Dialect::mkdocs;
    const bool formula = line.begin < formula_end_ || written.find("$$") != written.npos;
    if (!formula && written.find_first_of(in_code ? "[{\\+=%:^~<`" : "[{\\+=%:^~<") == written.npos)
        return out.append(source_, line.begin, line.next);
    feed(line, out);
    out.append(source_, line.end, line.next);
}

void NeighbourInlines::feed(const LinePlace& line, MappedText& out) {
    std::size_t done = line.begin;
    std::bitset<longest_ticks> never_closed;
    for (std::size_t at = std::max(line.begin, std::min(formula_end_, line.end)); at < line.end;) {
        if (text_[at] == '$') {
            at = std::min(behind_formula(line, at), line.end);
            continue;
        }
        if (text_[at] == '`') {
            const std::size_t behind = std::min(text_.find_first_not_of('`', at), line.end);
            const std::size_t ticks = behind - at;
            at = behind;
            if (ticks >= longest_ticks || never_closed[ticks]) continue;
            std::size_t close = behind;
            while (close < line.end) {
                close = std::min(text_.find('`', close), line.end);
                const std::size_t end = std::min(text_.find_first_not_of('`', close), line.end);
                if (end - close == ticks) break;
                close = end;
            }
            if (close >= line.end) {
                never_closed.set(ticks);
                continue;
            }
            if (const std::size_t named =
                    language_in_code(text_.substr(behind, close - behind), options_.dialect);
                named != 0) {
                out.append(source_, done, behind);
                done = behind + named;
            }
            at = close + ticks;
            continue;
        }
        const auto taken = opens_nothing(text_[at]) ? std::optional<Taken>() : take(line, at);
        if (!taken) {
            const bool escapes = text_[at] == '\\' && at + 1 < line.end && text_[at + 1] != '\\';
            at += escapes ? 2 : 1;
            continue;
        }
        out.append(source_, done, at);
        put(taken->text, at, out);
        at += taken->length;
        done = at;
    }
    if (done < line.end) out.append(source_, done, line.end);
}

/// Behind the formula that begins with the `$` at `at`, in which no mark means anything, or behind
/// that sign.
std::size_t NeighbourInlines::behind_formula(const LinePlace& line, std::size_t at) {
    if (text_.substr(at, 2) != "$$") {
        const bool read = has_dollar_formulas(options_.dialect);
        const auto found = read ? dollar_formula(text_.substr(0, line.end), line.begin, at)
                                : std::optional<DollarFormula>();
        return found ? found->behind : at + 1;
    }
    const std::string_view rest = text_.substr(at + 2, longest_display);
    const std::size_t close = rest.find("$$");
    if (close == rest.npos || close > rest.find("\n\n")) return at + 2;
    formula_end_ = at + 2 + close + 2;
    return formula_end_;
}

std::optional<NeighbourInlines::Taken> NeighbourInlines::take(const LinePlace& line,
                                                              std::size_t at) {
    const std::string_view written = text_.substr(line.begin, line.end - line.begin);
    auto span = neighbour_span(written, at - line.begin, options_.dialect);
    if (!span) return take(at, line.end);
    const Span place = source_.span(at, at + span->length);
    if (span->said == Said::remark)
        diagnostics_.report(Kind::content_dropped, place,
                            say("a remark of the author is left out"));
    if (span->said == Said::code)
        diagnostics_.report(Kind::unknown_variable, place,
                            say("code '{}' has no value here; it is printed as text", span->text),
                            say("write what readers shall see"));
    return span;
}

std::optional<NeighbourInlines::Taken> NeighbourInlines::take(std::size_t at, std::size_t end) {
    const Dialect dialect = options_.dialect;
    const std::string_view rest = text_.substr(at, end - at);
    const bool mkdocs = dialect == Dialect::mkdocs;
    switch (rest[0]) {
        case '{':
            if (rest.starts_with("{{")) return directive(at);
            return mkdocs ? attributes(at, end) : std::nullopt;
        case '[':
            return rest.starts_with("[[") ? page_name(at, end) : code_reference(at, end);
        case '!':
            return rest.starts_with("![[") ? shown_page(at, end) : std::nullopt;
        case '+':
            return mkdocs && rest.starts_with("++") ? keys(at, end) : std::nullopt;
        case '=':
            return rest.starts_with("==") ? highlight(at, end) : std::nullopt;
        case ':':
            return mkdocs ? icon(at, end) : std::nullopt;
        case '\\':
            return formula(at, end);
        case '%':
            if (dialect == Dialect::obsidian && rest.starts_with("%%"))
                if (const std::size_t close = rest.find("%%", 2); close != rest.npos)
                    return Taken{close + 2, {}};
            return std::nullopt;
        case '^':
            if (dialect == Dialect::obsidian && rest.starts_with("^[")) return note(at, end);
            // The name of a block stands at its end.
            if (dialect == Dialect::obsidian && at > 0 && text_[at - 1] == ' ' && rest.size() > 1 &&
                rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-", 1) == rest.npos)
                return Taken{rest.size(), {}};
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<NeighbourInlines::Taken> NeighbourInlines::directive(std::size_t at) {
    const auto found = directive_at(text_.substr(at));
    if (!found) return std::nullopt;
    auto value = includes_.value(*found, at);
    if (!value) return std::nullopt;
    return Taken{found->length, text::replace_all(std::move(*value), "\n", " ")};
}

std::optional<NeighbourInlines::Taken> NeighbourInlines::code_reference(std::size_t at,
                                                                        std::size_t end) {
    if (options_.dialect != Dialect::mkdocs || (at > 0 && text_[at - 1] == '!'))
        return std::nullopt;
    const auto reference = code_references_.read(text_.substr(at, end - at));
    if (!reference) return std::nullopt;
    diagnostics_.report(
        Kind::content_dropped, source_.span(at, at + reference->length),
        say("'{}' is described by its code, which is not in the book", reference->name));
    return Taken{reference->length, std::string(reference->label)};
}

/// Where `name` leads from the root of the book; nothing, and said in a vault and a wiki, when
/// nowhere.
std::optional<std::string> NeighbourInlines::destination(std::string_view name, std::size_t at,
                                                         std::size_t length) {
    auto found = options_.find_page ? options_.find_page(name) : std::nullopt;
    if (!found && names_are_links())
        diagnostics_.report(Kind::broken_link, source_.span(at, at + length),
                            say("no page '{}' in the book; the link becomes plain text", name),
                            say("correct its name, or add the page"));
    return found;
}

/// GitHub's wikis write the words first.
void NeighbourInlines::turn(PageName& name) const {
    const bool found = options_.find_page && options_.find_page(name.page);
    if (found || !options_.find_page) return;
    PageName other = parts_of(name.label);
    if (!options_.is_wiki && !(options_.find_page && options_.find_page(other.page))) return;
    other.label = name.page;
    name = other;
}

std::optional<NeighbourInlines::Taken> NeighbourInlines::page_name(std::size_t at,
                                                                   std::size_t end) {
    if (!has_page_names(options_.dialect)) return std::nullopt;
    const std::string_view rest = text_.substr(at, std::min(longest_name, end - at));
    const std::size_t close = rest.find("]]");
    if (close == rest.npos || close == 2 || rest.find('[', 2) < close) return std::nullopt;
    PageName name = parts_of(rest.substr(2, close - 2));
    if (options_.dialect == Dialect::plain) {
        if (auto other = wiki_link(rest.substr(2, close - 2)))
            return Taken{close + 2, *std::move(other)};
        if (!name.label.empty()) turn(name);
        // A link whose words stand in brackets.
        if (rest.substr(close + 2).starts_with('(') && options_.is_wiki &&
            !options_.find_page(name.page))
            return std::nullopt;
    }
    std::string address;
    if (!name.page.empty()) {
        const auto found = destination(name.page, at, close + 2);
        if (!found && !names_are_links()) return std::nullopt;
        if (!found) return Taken{close + 2, as_label(shown_name(name))};
        address = *found;
    }
    if (!name.heading.empty() && !name.heading.starts_with('^'))
        address += '#' + github_slug(name.heading.substr(name.heading.rfind('#') + 1));
    // A block of this page has no name that a reader sees.
    if (address.empty() && name.heading.starts_with('^'))
        return Taken{close + 2, as_label(name.label.empty() ? name.heading.substr(1) : name.label)};
    if (address.empty() || address.find_first_of("<>\n") != address.npos) return std::nullopt;
    return Taken{close + 2, '[' + as_label(shown_name(name)) + "](<" + address + ">)"};
}

/// `![[picture.png|300]]`, and `![[Page]]` within a line, which becomes a link.
std::optional<NeighbourInlines::Taken> NeighbourInlines::shown_page(std::size_t at,
                                                                    std::size_t end) {
    if (!has_page_names(options_.dialect)) return std::nullopt;
    const std::string_view rest = text_.substr(at, std::min(longest_name, end - at));
    const std::size_t close = rest.find("]]");
    if (close == rest.npos || close == 3) return std::nullopt;
    const PageName name = parts_of(rest.substr(3, close - 3));
    if (!is_picture_name(name.page)) {
        auto link = page_name(at + 1, end);
        if (link) ++link->length;
        return link;
    }
    const auto found = options_.find_page ? options_.find_page(name.page) : std::nullopt;
    if (!found && options_.dialect != Dialect::obsidian) return std::nullopt;
    const std::string path = found.value_or(std::string(name.page));
    if (path.find_first_of("<>\"\n") != path.npos) return std::nullopt;
    if (is_digits(name.label)) {
        // An element alone on its line takes the lines below it for its own.
        const bool alone = (at == 0 || text_[at - 1] == '\n') && at + close + 2 == end;
        return Taken{close + 2, "<img src=\"" + path + "\" width=\"" +
                                    std::string(name.label.substr(0, name.label.find('x'))) +
                                    (alone ? "\">\n" : "\">")};
    }
    return Taken{close + 2, "![" + as_label(name.label) + "](<" + path + ">)"};
}

/// `++ctrl+alt+del++`.
std::optional<NeighbourInlines::Taken> NeighbourInlines::keys(std::size_t at,
                                                              std::size_t end) const {
    const std::string_view rest = text_.substr(at, end - at);
    const std::size_t close = rest.find("++", 2);
    if (close == rest.npos || close == 2 || close > 60) return std::nullopt;
    const std::string_view inside = rest.substr(2, close - 2);
    if (inside.find_first_of(" \t") != inside.npos) return std::nullopt;
    std::string shown;
    for (const std::string_view key : text::split(inside, '+')) {
        if (key.empty()) return std::nullopt;
        std::string name(key);
        if (name.front() == '"' && name.size() > 2)
            name = name.substr(1, name.size() - 2);
        else if (name[0] >= 'a' && name[0] <= 'z')
            name[0] = static_cast<char>(name[0] - 'a' + 'A');
        if (!shown.empty()) shown += '+';
        shown += "<kbd>" + text::replace_all(name, "<", "&lt;") + "</kbd>";
    }
    return Taken{close + 2, std::move(shown)};
}

std::optional<NeighbourInlines::Taken> NeighbourInlines::highlight(std::size_t at,
                                                                   std::size_t end) const {
    if (options_.dialect != Dialect::mkdocs && options_.dialect != Dialect::obsidian)
        return std::nullopt;
    const std::string_view rest = text_.substr(at, end - at);
    const std::size_t close = rest.find("==", 2);
    if (close == rest.npos || close == 2 || rest[2] == ' ' || rest[2] == '=' ||
        rest[close - 1] == ' ')
        return std::nullopt;
    return Taken{close + 2, "<mark>" + std::string(rest.substr(2, close - 2)) + "</mark>"};
}

/// `{: .class }`, `{ .md-button }`, `{ width="300" }`: how something looks on the web.
std::optional<NeighbourInlines::Taken> NeighbourInlines::attributes(std::size_t at,
                                                                    std::size_t end) const {
    const std::string_view rest = text_.substr(at, std::min(longest_name, end - at));
    const std::size_t close = rest.find('}');
    if (close == rest.npos) return std::nullopt;
    const bool colon = rest.starts_with("{:");
    const std::string_view inside = text::trim(rest.substr(colon ? 2 : 1, close - (colon ? 2 : 1)));
    if (inside.empty() || inside.find_first_of("{`") != inside.npos || inside[0] == '%')  // a tag
        return std::nullopt;
    const bool list = inside[0] == '.' || inside.find('=') != inside.npos;
    const char before = at == 0 ? '\n' : text_[at - 1];
    const bool behind = is_one_of(before, {')', ' ', '\t', '\n', '*', '`', ':'});
    if (!behind || (!colon && !list) || inside[0] == '#') return std::nullopt;
    return Taken{close + 1, {}};
}

/// `:material-check:`, `:fontawesome-solid-user:`, `:octicons-link-16:`.
std::optional<NeighbourInlines::Taken> NeighbourInlines::icon(std::size_t at,
                                                              std::size_t end) const {
    std::size_t length = icon_at(text_.substr(at, end - at));
    if (length == 0) return std::nullopt;
    if (at + length < end && text_[at + length] == '{')
        if (const auto list = attributes(at + length, end)) length += list->length;
    // Spaces of which none stands between words would make code of what is behind them.
    const bool at_front = at == 0 || text_[at - 1] == ' ' || text_[at - 1] == '\n';
    while (at_front && at + length < end && text_[at + length] == ' ') ++length;
    return Taken{length, {}};
}

/// `^[A note in its place.]`
std::optional<NeighbourInlines::Taken> NeighbourInlines::note(std::size_t at, std::size_t end) {
    int depth = 0;
    for (std::size_t close = at + 1; close < end; ++close) {
        depth += text_[close] == '[' ? 1 : text_[close] == ']' ? -1 : 0;
        if (depth > 0) continue;
        notes_.push_back({at + 2, close});
        return Taken{close + 1 - at, "[^note-in-line-" + std::to_string(notes_.size()) + "]"};
    }
    return std::nullopt;
}

void NeighbourInlines::put_notes(MappedText& out) const {
    for (std::size_t i = 0; i < notes_.size(); ++i) {
        const auto [begin, end] = notes_[i];
        put("\n\n[^note-in-line-" + std::to_string(i + 1) + "]: ", begin, out);
        out.append(source_, begin, end);
        put("\n", end, out);
    }
}

/// `\(x\)` of MkDocs and `\\(x\\)` of mdBook.
std::optional<NeighbourInlines::Taken> NeighbourInlines::formula(std::size_t at,
                                                                 std::size_t end) const {
    const bool mdbook = options_.dialect == Dialect::mdbook;
    if (!mdbook && options_.dialect != Dialect::mkdocs) return std::nullopt;
    const std::string_view rest = text_.substr(at, std::min(longest_formula, end - at));
    const std::string slashes(mdbook ? 2 : 1, '\\');
    for (const auto& [open, shut] : {std::pair('(', ')'), std::pair('[', ']')}) {
        const std::string front = slashes + open, back = slashes + shut;
        if (!rest.starts_with(front)) continue;
        const std::size_t close = rest.find(back, front.size());
        if (close == rest.npos || close == front.size()) return std::nullopt;
        // The words of a link whose brackets an export has escaped.
        if (rest.substr(close + back.size()).starts_with('(')) return std::nullopt;
        return Taken{close + back.size(),
                     "$$" + std::string(rest.substr(front.size(), close - front.size())) + "$$"};
    }
    return std::nullopt;
}

}  // namespace triptych::gitbook
