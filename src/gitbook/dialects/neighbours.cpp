#include "gitbook/dialects/neighbours.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "gitbook/dialects/code_tabs.hpp"
#include "gitbook/dialects/foreign_blocks.hpp"
#include "gitbook/dialects/imported_parts.hpp"
#include "gitbook/dialects/neighbour_blocks.hpp"
#include "gitbook/dialects/neighbour_includes.hpp"
#include "gitbook/dialects/neighbour_inlines.hpp"
#include "gitbook/dialects/neighbour_marks.hpp"
#include "gitbook/dialects/neighbour_programs.hpp"
#include "gitbook/dialects/silent_lines.hpp"
#include "gitbook/syntax/code_elements.hpp"
#include "gitbook/syntax/line_marks.hpp"
#include "gitbook/syntax/markdown_element.hpp"

namespace triptych::gitbook {
namespace {

constexpr std::size_t deepest_block = 100;
constexpr std::size_t longest_element = 4000;

bool is_blank(std::string_view line) { return text::trim(line).empty(); }

/// A listing that is open.
struct OpenListing {
    Fence fence;
    std::size_t blocks = 0;  ///< open around it
    Listing listing;
};

/// What ends a listing in Markdown.
std::string fence_of(const Fence& fence) {
    return fence.mark == ':' ? "```" : std::string(fence.length, fence.mark);
}

class Pass {
public:
    Pass(const MappedText& source, const NeighbourOptions& options, Diagnostics& diagnostics)
        : source_(source),
          text_(source.text()),
          options_(options),
          diagnostics_(diagnostics),
          out_(source.file()),
          blocks_(source, out_),
          includes_(source, options, diagnostics),
          inlines_(source, options, includes_, diagnostics) {}

    MappedText run() {
        for (std::size_t begin = 0; begin < text_.size();) begin = read_line(begin);
        for (const OpenBlock& block : blocks_.all())
            if (block.mark.form == BlockForm::colons)
                diagnostics_.report(Kind::unclosed_tag, block.span,
                                    say("block is never closed by '{}'",
                                        counts_slashes(block.mark.colons) ? "///" : ":::"));
        end_blocks(0, text_.size());
        inlines_.put_notes(out_);
        return std::move(out_);
    }

private:
    std::string_view slice(std::size_t begin, std::size_t end) const {
        return text_.substr(begin, end - begin);
    }
    void put(std::string_view bytes, std::size_t at) { out_.insert(bytes, source_.origin(at)); }

    std::size_t read_line(std::size_t begin);  ///< where the next begins
    void read_text(const LinePlace& line);
    bool read_definition(const LinePlace& line);
    void read_code(std::size_t begin, const LinePlace& line);
    bool open_listing(const LinePlace& line);
    bool open_diagram(const LinePlace& line);
    std::size_t open_block(const LinePlace& line);
    bool take_end(const LinePlace& line);
    std::size_t take_left_out(const LinePlace& line);
    void end_blocks(std::size_t count, std::size_t at);
    bool take_part(const LinePlace& line);
    std::size_t take_code_tabs(const LinePlace& line);
    std::size_t take_code_element(const LinePlace& line);
    bool is_followed_by_its_text(const LinePlace& line) const;
    bool may_be_mark(std::string_view line) const;
    /// Says once a page in whose marks it is written, where its folder does not tell.
    void say_dialect(std::string_view line, std::size_t at) {
        said_ = said_ || say_program(line, source_.span(at, at), options_.dialect, diagnostics_);
    }

    const MappedText& source_;
    std::string_view text_;
    const NeighbourOptions& options_;
    Diagnostics& diagnostics_;
    MappedText out_;
    OpenBlocks blocks_;
    Includes includes_;
    NeighbourInlines inlines_;
    std::optional<OpenListing> listing_;
    TextFences text_fences_;
    std::size_t end_ = 0;      ///< of the line, sought once for a line of many pieces
    bool in_list_ = false;     ///< indented lines may belong to a list
    bool after_blank_ = true;  ///< the line before is blank
    MarkdownElement element_;
    bool first_text_ = true;  ///< no text has been read yet
    bool said_ = false;       ///< whose marks they are
    ImportedParts parts_;
    bool code_tabs_end_ = true;  ///< none was found that does not
};

std::size_t Pass::read_line(std::size_t begin) {
    const std::size_t end = end_ = begin > end_ || begin == 0 ? end_of_line(text_, begin) : end_;
    const PeeledLine peeled = blocks_.peel(begin, end, listing_ ? listing_->blocks : 0);
    end_blocks(peeled.blocks, begin);
    if (!peeled.kept.empty()) put(peeled.kept, begin);
    LinePlace line{peeled.begin, end, std::min(end + 1, text_.size())};
    if (listing_) {
        read_code(begin, line);
        return line.next;
    }
    if (const std::size_t behind =
            line.begin + piece_of_tabs(slice(line.begin, end), blocks_.are_tabs());
        behind < end)
        line.end = line.next = behind;
    const std::string_view written = slice(line.begin, line.end);
    if (is_blank(written)) {
        after_blank_ = true;
        out_.append(source_, line.begin, line.next);
        return line.next;
    }
    if (text_fences_.take(written, options_.dialect)) {
        put("\n", line.begin);
        after_blank_ = true;
        return line.next;
    }
    if (const std::size_t behind = take_left_out(line); behind != 0) return behind;
    if (open_listing(line) || open_diagram(line)) return line.next;
    if (take_part(line)) return line.next;
    if (const std::size_t behind = take_code_tabs(line); behind != 0) return behind;
    if (const std::size_t behind = take_code_element(line); behind != 0) return behind;
    if (may_be_mark(written)) {
        if (take_end(line)) return line.next;
        if (const std::size_t behind = open_block(line); behind != 0) return behind;
    }
    read_text(line);
    return line.next;
}

/// A term stands in bold above what it means, whose further lines are indented.
bool Pass::read_definition(const LinePlace& line) {
    if (opens_definition(slice(line.begin, line.end), options_.dialect)) {
        put("\n", line.begin);
        blocks_.push({BlockForm::indented, {}, {}, {}, 0, 0, true}, line.begin, line.end);
        inlines_.read({skip_spaces(text_, line.begin + 1), line.end, line.next}, out_);
        return true;
    }
    // A piece of a line ends where the next one begins: no line stands under it.
    const bool defined =
        line.end < line.next && line.next < text_.size() &&
        opens_definition(slice(line.next, end_of_line(text_, line.next)), options_.dialect);
    if (!defined) return false;
    const bool bold = slice(line.begin, line.end).find("**") == std::string_view::npos;
    if (bold) put("**", line.begin);
    inlines_.read({line.begin, line.end, line.end}, out_);
    put(bold ? "**\n\n" : "\n\n", line.end);
    return true;
}

void Pass::read_text(const LinePlace& line) {
    const std::string_view written = slice(line.begin, line.end);
    const auto loose = loose_mark(written, first_text_);
    first_text_ = false;
    if (loose)
        put(loose->meant, line.begin);
    else if (read_definition(line))
        return;
    const std::size_t front = skip_spaces(written, 0);
    const bool item = loose ? loose->meant[front] != '#' : marker_length(written, front) != 0;
    in_list_ = item || (in_list_ && front > 0);
    const std::size_t indent = loose ? loose->length : element_.indent(written);
    after_blank_ = options_.dialect == Dialect::mkdocs && element_.opens(written);
    inlines_.read({line.begin + indent, line.end, line.next}, out_);
    if (after_blank_) put("\n", line.end);
}

/// Ends all but the first `count` blocks, and a listing in them with them.
void Pass::end_blocks(std::size_t count, std::size_t at) {
    if (count >= blocks_.size()) return;
    if (listing_ && listing_->blocks > count) {
        if (!out_.text().ends_with('\n')) put("\n", at);
        if (!listing_->listing.callout) put(fence_of(listing_->fence) + "\n", at);
        listing_.reset();
    }
    blocks_.close_to(count, at);
}

/// A line in a listing: files that it includes are put in, and what the listing hides is not.
void Pass::read_code(std::size_t begin, const LinePlace& line) {
    const bool callout = listing_->listing.callout;
    if (closes(slice(line.begin, line.end), listing_->fence)) {
        const std::size_t blocks = listing_->blocks, indent = listing_->fence.indent;
        const bool colons = listing_->fence.mark == ':';
        listing_.reset();
        if (colons)
            put(std::string(indent, ' ') + "```\n", line.begin);
        else if (!callout)
            out_.append(source_, line.begin, line.next);
        const OpenBlock* around = blocks_.innermost();
        const bool its_own = around != nullptr && around->mark.form == BlockForm::group &&
                             (around->mark.tag == "tab" || around->mark.tag == "code");
        if (callout || its_own) blocks_.close_to(blocks - 1, begin);
    } else if (callout) {
        inlines_.read(line, out_);
    } else if (marks_lines(slice(line.begin, line.end), options_.dialect)) {
        return;  // the lines it marks are shown
    } else if (options_.dialect == Dialect::mkdocs && is_annotated(slice(line.begin, line.end))) {
        out_.append(source_, line.begin, line.end - 1);
        out_.append(source_, line.end, line.next);
    } else if (!includes_.read_code_line(line, listing_->fence.indent, listing_->listing, out_)) {
        out_.append(source_, line.begin, line.next);
    }
}

bool Pass::open_listing(const LinePlace& line) {
    const std::string_view written = slice(line.begin, line.end);
    const auto fence = opened_fence(written);
    if (!fence) return false;
    const std::string_view info = text::trim(written.substr(fence->indent + fence->length));
    if (auto mark = listing_mark(info)) {
        say_dialect(info, line.begin);
        blocks_.push(std::move(*mark), line.begin, line.end);
        listing_ = OpenListing{*fence, blocks_.size(), {{}, true}};
        return true;
    }
    const OpenBlock* around = blocks_.innermost();
    if (around != nullptr && around->mark.form == BlockForm::colons && around->mark.tag == "tabs") {
        const std::size_t open = info.find('['), close = info.rfind(']');
        const bool titled = open != info.npos && close != info.npos && close > open;
        blocks_.push({BlockForm::group,
                      "tab",
                      {},
                      std::string(titled ? info.substr(open + 1, close - open - 1) : info),
                      0,
                      0},
                     line.begin, line.end);
    } else if (auto title = listing_title(info, options_.dialect); !title.empty()) {
        blocks_.push({BlockForm::group, "code", {}, std::move(title), 0, 0}, line.begin, line.end);
    }
    listing_ = OpenListing{*fence, blocks_.size(), listing_of(info, options_.dialect)};
    out_.append(source_, line.begin, line.next);
    return true;
}

/// `::: mermaid` of wikis, up to `:::`.
bool Pass::open_diagram(const LinePlace& line) {
    const std::string_view written = slice(line.begin, line.end);
    const std::size_t indent = skip_spaces(written, 0);
    const std::string_view mark = written.substr(indent);
    const std::size_t colons = std::min(mark.find_first_not_of(':'), mark.size());
    if (colons < 3 || text::trim(mark.substr(colons)) != "mermaid") return false;
    listing_ = OpenListing{{':', colons, indent}, blocks_.size(), {}};
    put(std::string(indent, ' ') + fence_of(listing_->fence) + "mermaid\n", line.begin);
    return true;
}

bool Pass::may_be_mark(std::string_view line) const {
    const std::size_t front = skip_spaces(line, 0);
    const bool code = columns_of(line) >= block_indentation && !in_list_;
    return !code && blocks_.size() < deepest_block &&
           std::string_view("!?=:></").find(line[front]) != std::string_view::npos;
}

bool Pass::take_end(const LinePlace& line) {
    const std::size_t left = blocks_.left_by(slice(line.begin, line.end));
    if (left == blocks_.size()) return false;
    end_blocks(left, line.begin);
    return true;
}

/// Whether the line behind a mark of MkDocs is indented, as the text of its block is.
bool Pass::is_followed_by_its_text(const LinePlace& line) const {
    const std::size_t column = columns_of(slice(line.begin, line.end)) + blocks_.indented();
    for (std::size_t begin = line.next; begin < text_.size();) {
        const std::size_t end = end_of_line(text_, begin);
        const std::string_view below = slice(begin, end);
        if (!is_blank(below))
            return columns_of(below) >= column + block_indentation ||
                   below.find('>') == below.find_first_not_of(" \t");
        begin = end + 1;
    }
    return false;
}

/// Opens the block whose mark the line is. Returns where to go on, or 0.
std::size_t Pass::open_block(const LinePlace& line) {
    const std::string_view written = slice(line.begin, line.end);
    const std::size_t front = line.begin + skip_spaces(written, 0);
    auto mark = block_mark(slice(front, line.end), options_.dialect);
    std::size_t behind = line.next;
    if (!mark && text_.substr(front, 5) == "<Tabs") {
        // Docusaurus writes the attributes on lines of their own.
        const std::size_t close = text_.substr(front, longest_element).find(">\n");
        if (close == std::string_view::npos) return 0;
        mark = BlockMark{BlockForm::element, "tabs", {}, std::string(slice(front, front + close)),
                         close + 1,          0};
        behind = front + close + 2;
    }
    if (!mark) return 0;
    const OpenBlock* around = blocks_.innermost();
    const bool in_tabs = around != nullptr && around->mark.tag == "tabs";
    const bool of_mkdocs = mark->form == BlockForm::indented;
    if (of_mkdocs && !is_followed_by_its_text(line)) return 0;
    if (mark->tag == "tab" && mark->form == BlockForm::element && !in_tabs) return 0;
    if (mark->tag == "tab" && mark->form == BlockForm::element &&
        slice(front, line.end).find(" label=") == std::string_view::npos)
        mark->title = label_of_tab(around->mark.title, mark->title);
    say_dialect(slice(front, line.end), front);
    if (mark->tag.empty() && !mark->shows_nothing)
        diagnostics_.report(
            Kind::unknown_tag, source_.span(front, line.end),
            say("block '{}' is not known; its content is kept", slice(front, line.end)));
    const bool same_group = in_tabs && around->column == columns_of(written);
    if (of_mkdocs && mark->tag == "tab" && !same_group)
        blocks_.push({BlockForm::group, "tabs", {}, {}, 0, 0}, line.begin, line.end);
    const std::size_t length = mark->length;
    const bool paragraph = mark->form == BlockForm::paragraph;
    blocks_.push(std::move(*mark), line.begin, line.end);
    after_blank_ = true;
    if (paragraph) inlines_.read({front + length, line.end, line.next}, out_);
    return behind;
}

/// Puts an imported file where its name stands alone on a line.
bool Pass::take_part(const LinePlace& line) {
    const std::string_view written = slice(line.begin, line.end);
    const std::string_view path = parts_.shown_on(written);
    if (path.empty()) return false;
    put(std::string(written.substr(0, skip_spaces(written, 0))) + "{% include \"" +
            std::string(path) + "\" %}\n",
        line.begin);
    return true;
}

/// Listings of a plugin become tabs. Returns where to go on, or 0.
std::size_t Pass::take_code_tabs(const LinePlace& line) {
    const std::string_view written = slice(line.begin, line.end);
    const std::size_t front = skip_spaces(written, 0);
    if (!code_tabs_end_ || !written.substr(front).starts_with("{%") ||
        written.find(" codetabs ") == std::string_view::npos)
        return 0;
    const auto found = code_tabs_at(text_, line.begin);
    code_tabs_end_ = found.has_value();
    if (!found) return 0;
    put_code_tabs(*found, source_, written.substr(0, front), line.begin, out_);
    after_blank_ = true;
    return found->behind;
}

/// Returns where to go on, or 0.
std::size_t Pass::take_code_element(const LinePlace& line) {
    if (options_.dialect != Dialect::docusaurus) return 0;
    const std::string_view written = slice(line.begin, line.end);
    const std::size_t front = skip_spaces(written, 0);
    const auto found = code_element_at(text_, line.begin + front);
    if (!found) return 0;
    put_code_element(*found, source_, written.substr(0, front), line.begin, out_);
    after_blank_ = true;
    return found->behind;
}

/// Leaves out lines that say nothing to a reader of the book. Returns where to go on, or 0.
std::size_t Pass::take_left_out(const LinePlace& line) {
    const auto silent = silent_lines_at(text_, line, options_.dialect, after_blank_);
    if (!silent) return 0;
    if (options_.dialect == Dialect::docusaurus)
        parts_.note(slice(line.begin, std::min(silent->behind, text_.size())));
    if (!silent->said.empty())
        diagnostics_.report(Kind::content_dropped, source_.span(line.begin, line.end),
                            silent->said);
    put("\n", line.begin);
    after_blank_ = true;
    return std::min(silent->behind, text_.size());
}

}  // namespace

MappedText in_gitbook_marks(const MappedText& source, const NeighbourOptions& options,
                            Diagnostics& diagnostics) {
    const auto read = foreign_blocks(source, options.dialect, diagnostics);
    return Pass(read ? *read : source, options, diagnostics).run();
}

}  // namespace triptych::gitbook
