#include "pdf/content/page_content.hpp"

#include <algorithm>

#include "base/match.hpp"
#include "pdf/content/segments.hpp"
#include "pdf/content/show_run.hpp"
#include "pdf/structure/groups.hpp"

namespace triptych::pdf {

namespace {

using object::Dictionary;
using pages::Item;
using pages::Page;

/// Running heads and folios (ISO 32000-1 §14.8.2.2.2): the upper half holds heads, the lower feet.
Dictionary pagination_artifact(const Page& page, const Item& first) {
    const bool head = first.at.y * 2 < page.size.height;
    Dictionary out;
    out.name("Type", "Pagination").name("Subtype", head ? "Header" : "Footer");
    out.array("Attached").name(head ? "Top" : "Bottom");
    return out;
}

class PageWriter {
public:
    PageWriter(const Page& page, std::size_t elements, const ContentSources& sources)
        : page_(page), elements_(elements), sources_(sources), out_(sources.packing, sources.inks) {
        across_.size = {page.size.height, page.size.width};
    }

    PageContent run() {
        for (const Group& group : groups(page_, elements_)) {
            begin(group);
            for (std::size_t i = group.begin; i < group.end; ++i)
                if (draws(page_.items[i])) draw(page_.items[i]);
            turn_to(pages::Orientation::upright);
            out_.end_marked();
        }
        return {out_.take(), std::move(pictures_)};
    }

private:
    void begin(const Group& group) {
        if (group.element == pages::ElementId::layout_artifact)
            return out_.begin_marked("Artifact", Dictionary().name("Type", "Layout"));
        if (group.element == pages::ElementId::pagination_artifact)
            return out_.begin_marked("Artifact",
                                     pagination_artifact(page_, page_.items[group.begin]));
        out_.begin_marked(sources_.structure.tag_name(group.element),
                          Dictionary().integer("MCID", next_identifier_++));
    }

    /// Turned items are drawn on the page as it lies when its right edge is down.
    void turn_to(pages::Orientation orientation) {
        if (orientation == orientation_) return;
        orientation_ = orientation;
        if (orientation == pages::Orientation::turned)
            out_.begin_turned(media_box(page_).right);
        else
            out_.end_turned();
    }

    const Page& sheet() const {
        return orientation_ == pages::Orientation::turned ? across_ : page_;
    }

    void draw(const Item& item) {
        turn_to(item.orientation);
        const Point at = item.orientation == pages::Orientation::turned
                             ? Point{page_.size.height - item.at.y, item.at.x}
                             : item.at;
        std::visit(Match{[&](const pages::GlyphRun& run) { draw_run(at, run); },
                         [&](const pages::Picture& picture) { draw_picture(at, picture); },
                         [&](const pages::Path& path) { draw_path(at, path); },
                         [](const pages::LinkArea&) {}},
                   item.content);
    }

    void draw_run(Point at, const pages::GlyphRun& run) {
        if (!run.beside) return show(at, run);
        out_.end_text();
        out_.begin_actual_text({});
        show(at, run);
        out_.end_text();
        out_.end_actual_text();
    }

    void show(Point at, const pages::GlyphRun& run) {
        const auto after = show_run(out_, sources_.codes, sources_.emoji, sheet(), at, run);
        for (const auto& [media, box] : after.emoji)
            draw_image(*sources_.images.find(media), box, {});
        if (after.missing.empty()) return;
        out_.end_text();
        for (const MissingGlyph& glyph : after.missing) {
            if (!glyph.text.empty()) out_.begin_actual_text(glyph.text);
            out_.set_stroke(run.colour, hairline);
            out_.rectangle(glyph.box);
            out_.op("S");
            if (!glyph.text.empty()) out_.end_actual_text();
        }
    }

    void draw_picture(Point at, const pages::Picture& picture) {
        out_.end_text();
        const Box box = box_on_page(sheet(), {at, picture.size});
        const PlacedImage* image = sources_.images.find(picture.media);
        if (image == nullptr) {
            out_.set_stroke(frame_colour, hairline);
            out_.rectangle(box);
            return out_.op("S");
        }
        draw_image(*image, box, picture.crop);
    }

    void draw_image(const PlacedImage& image, const Box& box, const pages::Picture::Crop& crop) {
        out_.end_text();
        pictures_.insert(image.media);
        out_.set_overprint(ContentStream::Overprint::no);
        out_.op("q");
        const bool cropped = crop.left > 0 || crop.top > 0 || crop.right > 0 || crop.bottom > 0;
        if (cropped) {
            out_.rectangle(box);
            out_.op("W n");
        }
        const Matrix matrix = image_matrix(cropped ? uncropped(box, crop) : box, image.orientation);
        for (const std::int64_t value : matrix) out_.number(value);
        out_.op("cm");
        out_.name_op(image_name(image.media), "Do");
        out_.op("Q");
    }

    void draw_path(Point at, const pages::Path& path) {
        out_.end_text();
        if (path.fill) out_.set_fill(*path.fill);
        if (path.stroke)
            out_.set_stroke(*path.stroke, std::max(hairline, object::hundredths(path.line_width)));
        draw_segments(out_, sheet(), at, path.segments);
        out_.op(path.fill && path.stroke ? "B" : path.fill ? "f" : "S");
    }

    static constexpr std::int64_t hairline = 25;
    static constexpr Colour frame_colour{128, 128, 128};

    const Page& page_;
    Page across_;  ///< the page with its sides exchanged
    pages::Orientation orientation_{};
    std::size_t elements_;
    const ContentSources& sources_;
    ContentStream out_;
    std::int64_t next_identifier_ = 0;
    std::set<MediaId> pictures_;
};

}  // namespace

PageContent page_content(const Page& page, std::size_t elements, const ContentSources& sources) {
    return PageWriter(page, elements, sources).run();
}

}  // namespace triptych::pdf
