#pragma once

#include <string_view>

#include "typeset/context.hpp"
#include "typeset/inline/itemize.hpp"

/// Builds the one text of a paragraph, passage by passage.
namespace triptych::typeset {

class TextBuilder {
public:
    explicit TextBuilder(Context& context) : context_(context) {}

    /// Appends running text: white space collapses to single spaces, across passages too; control
    /// characters are dropped.
    void append(std::string_view text, const style::TextStyle& style, const Look& look, Span span);
    /// Appends text whose spaces all count.
    void append_verbatim(std::string_view text, const style::TextStyle& style, const Look& look,
                         Span span);
    void append_picture(InlinePicture picture, const style::TextStyle& style, const Look& look,
                        Span span);
    void append_formula(InlineFormula formula, const style::TextStyle& style, const Look& look,
                        Span span);
    void append_line_break(const style::TextStyle& style, const Look& look, Span span);
    /// `mark` stands at the end of the text so far.
    void append_mark(TextMark mark);

    StyledText& result() { return result_; }
    /// The text, without space at its end.
    StyledText take();
    /// The text with all its spaces; `code`: a line of a listing.
    StyledText take_verbatim(bool code);

private:
    enum class Spaces : std::uint8_t { collapse, keep };
    void append_characters(std::string_view text, Spaces spaces, bool upper_case);
    void append_other(char32_t character, Spaces spaces);
    void append_space(Spaces spaces);
    void close_passage(std::size_t begin, const style::TextStyle& style, const Look& look,
                       Span span);
    void drop_last_space();
    ShapedWords& words(const style::TextStyle& style, const Look& look) const;
    const Patterns* patterns(const Look& look) const;
    void prepare_right_to_left();
    void set_direction();

    Context& context_;
    StyledText result_;
};

}  // namespace triptych::typeset
