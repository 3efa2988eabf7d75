#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "typeset/inline/fragments.hpp"
#include "typeset/inline/paragraph.hpp"

/// Fragments to placed items: the last step of setting a paragraph.
namespace triptych::typeset {

/// Draws the lines of one paragraph, one after the other, and makes its structure elements as their
/// first items come.
class LinePlacer {
public:
    LinePlacer(StyledText& text, Context& context) : text_(text), context_(context) {}
    /// `text_end` is where the next line starts in the text.
    Line place(const LineFragments& fragments, std::uint32_t text_end);

private:
    /// A ground, a stroke or a link area that grows with the fragments it covers.
    struct Band {
        std::int32_t id = -1;
        std::uint32_t look = 0;
        Length left, right;
    };
    enum class BandKind : std::uint8_t { ground, stroke, link, ruby };

    void draw(const Fragment& fragment);
    void draw_glyphs(const Fragment& fragment);
    void draw_to_left(const Fragment& fragment);
    void draw_part(const Fragment& fragment, const FacePart& part, Length& x);
    void widen_last(const Fragment& fragment);
    void draw_dots(const Fragment& fragment);
    void grow_to_ink(const Fragment& fragment);
    void draw_picture(const Fragment& fragment);
    void draw_formula(const Fragment& fragment);
    void append(const Fragment& fragment, ShapedWord::Range glyphs, std::string_view text,
                Length& x);
    bool space_goes_on(const Fragment& fragment, Length x) const;
    void open_run(const Fragment& fragment, FaceId face, pages::ElementId element, Length x);
    void close_run();
    void extend(Band& band, std::int32_t id, const Fragment& fragment, BandKind kind);
    void close(Band& band, BandKind kind);
    void draw_ground(const Band& band);
    void draw_stroke(const Band& band);
    void draw_link(const Band& band);
    void draw_reading(const Band& band);
    void take_marks(std::uint32_t text_end);
    void grow(const Look& look);
    pages::ElementId element(std::uint32_t planned);
    pages::ElementId replacement(std::uint32_t parent, std::string text);

    StyledText& text_;
    Context& context_;
    Line line_;
    std::vector<pages::Item> grounds_;
    std::optional<pages::Item> run_;
    /// What the open run will hold: gathered here, so that runs are as large as their text.
    pages::GlyphRun gathered_;
    Length run_end_;
    std::uint32_t run_look_ = 0;
    bool run_of_pack_ = false;
    Band ground_, stroke_, link_, ruby_;
    std::size_t next_mark_ = 0, lines_of_long_link_ = 0;
};

}  // namespace triptych::typeset
