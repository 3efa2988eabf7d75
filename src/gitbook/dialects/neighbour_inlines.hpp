#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <triptych/diagnostics.hpp>

#include "gitbook/dialects/code_references.hpp"
#include "gitbook/dialects/neighbour_includes.hpp"
#include "gitbook/dialects/neighbour_options.hpp"
#include "gitbook/dialects/neighbour_spans.hpp"
#include "gitbook/dialects/vault_names.hpp"
#include "gitbook/syntax/mapped_text.hpp"

/// What neighbouring dialects write within lines: links by name, keys, highlights, attribute lists.
namespace triptych::gitbook {

class NeighbourInlines {
public:
    NeighbourInlines(const MappedText& source, const NeighbourOptions& options, Includes& includes,
                     Diagnostics& diagnostics)
        : source_(source),
          text_(source.text()),
          options_(options),
          includes_(includes),
          diagnostics_(diagnostics),
          code_references_(text_) {}

    /// Feeds a line of running text, with its end, to `out`.
    void read(const LinePlace& line, MappedText& out);
    /// Puts the texts of notes that stood in lines at the end of the page.
    void put_notes(MappedText& out) const;

private:
    using Taken = TakenSpan;
    std::optional<Taken> take(const LinePlace& line, std::size_t at);
    std::optional<Taken> take(std::size_t at, std::size_t end);
    std::optional<Taken> directive(std::size_t at);
    void turn(PageName& name) const;
    bool names_are_links() const {
        return options_.dialect == Dialect::obsidian || options_.is_wiki;
    }
    std::optional<Taken> page_name(std::size_t at, std::size_t end);
    std::optional<Taken> shown_page(std::size_t at, std::size_t end);
    std::optional<Taken> keys(std::size_t at, std::size_t end) const;
    std::optional<Taken> highlight(std::size_t at, std::size_t end) const;
    std::optional<Taken> attributes(std::size_t at, std::size_t end) const;
    std::optional<Taken> icon(std::size_t at, std::size_t end) const;
    std::optional<Taken> formula(std::size_t at, std::size_t end) const;
    std::optional<Taken> code_reference(std::size_t at, std::size_t end);
    std::optional<Taken> note(std::size_t at, std::size_t end);
    std::optional<std::string> destination(std::string_view written, std::size_t at,
                                           std::size_t length);
    void feed(const LinePlace& line, MappedText& out);
    std::size_t behind_formula(const LinePlace& line, std::size_t at);
    void put(std::string_view bytes, std::size_t at, MappedText& out) const {
        out.insert(bytes, source_.origin(at));
    }

    const MappedText& source_;
    std::string_view text_;
    const NeighbourOptions& options_;
    Includes& includes_;
    Diagnostics& diagnostics_;
    /// A note that stands where it is referred to.
    struct NoteInLine {
        std::size_t begin, end;
    };
    std::vector<NoteInLine> notes_;
    CodeReferences code_references_;
    std::size_t formula_end_ = 0;  ///< of the last formula that stands by itself
};

}  // namespace triptych::gitbook
