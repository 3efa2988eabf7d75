#include "gitbook/syntax/nest.hpp"

#include <algorithm>
#include <iterator>
#include <map>

#include "base/match.hpp"
#include "base/text.hpp"
#include "gitbook/syntax/attribute_faults.hpp"
#include "gitbook/syntax/elements.hpp"
#include "gitbook/syntax/html_nodes.hpp"
#include "gitbook/syntax/html_rules.hpp"
#include "gitbook/syntax/html_tokens.hpp"
#include "gitbook/syntax/placeholders.hpp"
#include "gitbook/syntax/text_nodes.hpp"

namespace triptych::gitbook {
namespace {

std::string shown_tag(const std::string& name) {
    return name == "sec" ? "<!--sec-->" : "{% " + name + " %}";
}

class Nester {
public:
    Nester(Pieces pieces, const ScannedText& scanned, Diagnostics& diagnostics)
        : pieces_(std::move(pieces)),
          scanned_(scanned),
          diagnostics_(diagnostics),
          html_(scanned.text.file()),
          ends_(pieces_) {}

    Nodes nest();

private:
    struct Open {
        std::string name;
        Span opening;
        std::optional<std::size_t> tag = {};  ///< its number among the stand-ins; none: an element
    };

    void add_html(const MappedText& piece);
    void report_instruction(const MappedText& piece, const HtmlToken& token);
    void add_text(const MappedText& piece, std::size_t begin, std::size_t end);
    /// `alone`: its end is missing though its content would be no HTML.
    void add_opening(const MappedText& piece, const HtmlToken& token, bool alone);
    void add_closing(const MappedText& piece, const HtmlToken& token);
    void copy_tag(const MappedText& piece, const HtmlToken& token, std::string_view name);
    void add_tag(const Tag& tag);
    void close_tag(const Tag& tag);
    void add_node(Node node);
    bool is_open(std::string_view name) const;
    bool is_too_deep(const std::string& name, Span span);
    void end_implied(std::string_view name);
    void pop_to(std::size_t level, Span at);
    void pop(Span at, bool unclosed);
    std::string written_name(std::string_view name) const {
        const bool stray_part = is_table_part(name) && !is_open("table");
        return must_be_renamed(name) || stray_part ? std::string(renamed).append(name)
                                                   : std::string(name);
    }

    Pieces pieces_;
    const ScannedText& scanned_;
    Diagnostics& diagnostics_;
    MappedText html_;  ///< well-formed, for Gumbo
    EndsAhead ends_;
    std::size_t piece_ = 0;
    std::vector<Open> open_;
    std::map<std::string, std::size_t> left_out_;  ///< openings nested too deep, by name
    StandIns stand_ins_;
};

Nodes Nester::nest() {
    for (piece_ = 0; piece_ < pieces_.size(); ++piece_)
        std::visit(Match{
                       [&](Node& node) { add_node(std::move(node)); },
                       [&](const MappedText& html) { add_html(html); },
                       [&](const Tag* tag) { add_tag(*tag); },
                   },
                   pieces_[piece_]);
    pop_to(0, {});
    return read_html_nodes(html_, std::move(stand_ins_));
}

void Nester::add_node(Node node) {
    html_.insert(stand_in_for_node(stand_ins_.nodes.size()), node.span.begin);
    stand_ins_.nodes.push_back(std::move(node));
}

// ---- HTML

void Nester::add_html(const MappedText& piece) {
    HtmlTokens tokens(piece.text());
    std::size_t done = 0;
    while (const auto token = tokens.next()) {
        add_text(piece, done, token->begin);
        done = token->end;
        if (token->kind == HtmlToken::Kind::closing) {
            add_closing(piece, *token);
        } else if (token->kind == HtmlToken::Kind::comment) {
            report_instruction(piece, *token);
        } else if (token->kind == HtmlToken::Kind::opening) {
            const bool opaque = is_opaque(token->name) && !token->ends_itself;
            const bool has_end = opaque && tokens.skip_to_end_of(token->name);
            add_opening(piece, *token, opaque && !has_end && !ends_.closes_later(token->name));
            if (has_end) done = tokens.at();
        }
    }
    add_text(piece, done, piece.text().size());
}

/// What stands between `<?` or `<!` and `>` is no comment of the author's, though never shown.
void Nester::report_instruction(const MappedText& piece, const HtmlToken& token) {
    const std::string_view written = piece.text().substr(token.begin, token.end - token.begin);
    if (written.starts_with("<!--") || lower_ascii(written.substr(0, 9)) == "<!doctype") return;
    diagnostics_.report(Kind::content_dropped, piece.span(token.begin, token.end),
                        say("instruction that begins with '{}' is left out", written.substr(0, 2)),
                        say("write &lt; for a < that is meant as it is"));
}

// A `<` that begins no tag is text. Stand-ins of the scanner would not survive the parser.
void Nester::add_text(const MappedText& piece, std::size_t begin, std::size_t end) {
    const std::string_view text = piece.text().substr(0, end);
    while (begin < end) {
        const std::size_t special = std::min(text.find_first_of("<\xEF\xE1", begin), end);
        html_.append(piece, begin, special);
        begin = special;
        if (begin == end) return;
        if (text[begin] == '<') {
            html_.insert("&lt;", piece.origin(begin++));
        } else if (text.substr(begin, emphasis_gap.size()) == emphasis_gap) {
            begin += emphasis_gap.size();
        } else if (const auto formula = formula_placeholder(text, begin)) {
            if (*formula < scanned_.formulas.size())
                add_node(formula_node(scanned_.formulas[*formula]));
        } else {
            html_.append(piece, begin, begin + 1);
            ++begin;
        }
    }
}

void Nester::copy_tag(const MappedText& piece, const HtmlToken& token, std::string_view name) {
    const std::size_t name_begin = token.begin + (token.kind == HtmlToken::Kind::closing ? 2 : 1);
    html_.append(piece, token.begin, name_begin);
    html_.insert(name, piece.origin(name_begin));
    const std::size_t name_end = name_begin + token.name.size();
    auto rest = piece.text().substr(name_end, token.end - name_end);
    if (const auto end = end_of_attributes(rest); end < rest.size()) {
        rest = rest.substr(0, end);
        diagnostics_.report(Kind::content_dropped, piece.span(token.begin, name_end),
                            say("'<{}>' has more than {} attributes; the others are left out",
                                token.name, most_attributes));
    }
    const bool plain = rest.find_first_of("\xEF\xE1") == std::string_view::npos;
    if (plain)
        html_.append(piece, name_end, name_end + rest.size());
    else
        html_.insert(restore_placeholders(scanned_, std::string(rest)), piece.origin(name_end));
    if (name_end + rest.size() < token.end) html_.append(piece, token.end - 1, token.end);
}

void Nester::add_opening(const MappedText& piece, const HtmlToken& token, bool alone) {
    const Span span = piece.span(token.begin, token.end);
    if (!is_known_element(token.name) && !token.has_values && !ends_.closes_later(token.name))
        return add_text(piece, token.begin, token.end);
    end_implied(token.name);
    const bool is_void = is_void_element(token.name);
    if (!is_void && is_too_deep(token.name, span)) return;
    const std::string name = written_name(token.name);
    copy_tag(piece, token, name);
    // A renamed element is not known to have no content.
    if (is_void && name == token.name) return;
    if (is_void || token.ends_itself || alone) return html_.insert("</" + name + ">", span.end);
    open_.push_back({token.name, span});
}

void Nester::add_closing(const MappedText& piece, const HtmlToken& token) {
    ends_.passed(token.name);
    const Span span = piece.span(token.begin, token.end);
    if (token.name == "br") return html_.insert("<br>", span.begin);
    if (auto deep = left_out_.find(token.name); deep != left_out_.end() && deep->second > 0) {
        --deep->second;
        return;
    }
    const auto found = std::find_if(open_.rbegin(), open_.rend(), [&](const Open& open) {
        return !open.tag && open.name == token.name;
    });
    if (found == open_.rend()) {
        if (!is_known_element(token.name)) return add_text(piece, token.begin, token.end);
        if (is_void_element(token.name)) return;
        return diagnostics_.report(Kind::stray_end_tag, span,
                                   say("'</{}>' closes nothing", token.name));
    }
    pop_to(static_cast<std::size_t>(open_.rend() - found), span);
    pop(span, false);
}

bool Nester::is_open(std::string_view name) const {
    return std::any_of(open_.begin(), open_.end(),
                       [&](const Open& open) { return !open.tag && open.name == name; });
}

bool Nester::is_too_deep(const std::string& name, Span span) {
    if (open_.size() < deepest_nesting) return false;
    if (left_out_.empty())
        diagnostics_.report(Kind::nesting_too_deep, span,
                            say("'{}' is nested deeper than 100 levels and is left out", name));
    ++left_out_[name];
    return true;
}

void Nester::end_implied(std::string_view name) {
    for (std::size_t level = open_.size(); level > 0; --level) {
        const Open& open = open_[level - 1];
        if (open.tag) return;
        const Implied implied = implied_by(name, open.name);
        if (implied == Implied::end) return pop_to(level - 1, {});
        if (implied == Implied::nothing) return;
    }
}

// ---- what is open

/// Ends what is open above `level`, of which nothing was closed.
void Nester::pop_to(std::size_t level, Span at) {
    while (open_.size() > level) pop(at, true);
}

void Nester::pop(Span at, bool unclosed) {
    const Open open = std::move(open_.back());
    open_.pop_back();
    const std::uint32_t origin = at.file == FileId::none ? open.opening.end : at.begin;
    const std::string shown = open.tag ? shown_tag(open.name) : "<" + open.name + ">";
    if (unclosed && (open.tag || !may_lack_end(open.name)))
        diagnostics_.report(Kind::unclosed_tag, open.opening, say("'{}' is never closed", shown),
                            say("it ends here with what holds it; add its end"));
    if (open.tag)
        html_.insert(end_of_tag_stand_in, origin);
    else
        html_.insert("</" + written_name(open.name), origin);
    if (open.tag) return;
    // The end is where the author wrote it.
    if (unclosed || at.file == FileId::none)
        html_.insert(">", origin);
    else
        html_.copy(">", at.end - 1);
}

// ---- tags

void Nester::add_tag(const Tag& tag) {
    if (tag.ends) return close_tag(tag);
    report_attribute_faults(tag, diagnostics_);
    Node leaf = tag_node(tag.name, tag.span);
    leaf.text = tag.arguments;
    leaf.attributes = tag.attributes;
    const bool has_end = end_tag_of(tag.name) == EndTag::required ||
                         (end_tag_of(tag.name) == EndTag::optional && ends_.has_end(piece_));
    if (!has_end) return add_node(std::move(leaf));
    if (is_too_deep(tag.name, tag.span)) return;
    html_.insert(stand_in_for_tag(stand_ins_.tags.size()), tag.span.begin);
    open_.push_back({tag.name, tag.span, stand_ins_.tags.size()});
    stand_ins_.tags.push_back(std::move(leaf));
}

void Nester::close_tag(const Tag& tag) {
    if (auto deep = left_out_.find(tag.name); deep != left_out_.end() && deep->second > 0) {
        --deep->second;
        return;
    }
    const auto found = std::find_if(open_.rbegin(), open_.rend(), [&](const Open& open) {
        return open.tag && open.name == tag.name;
    });
    if (found == open_.rend())
        return diagnostics_.report(Kind::stray_end_tag, tag.span,
                                   say("end of '{}' without its beginning", shown_tag(tag.name)));
    pop_to(static_cast<std::size_t>(open_.rend() - found), tag.span);
    Node& closed = stand_ins_.tags[*open_.back().tag];
    closed.closed = true;
    closed.span.end = tag.span.end;
    pop(tag.span, false);
}

}  // namespace

Nodes nest(Pieces pieces, const ScannedText& scanned, Diagnostics& diagnostics) {
    return Nester(std::move(pieces), scanned, diagnostics).nest();
}

}  // namespace triptych::gitbook
