#include "sample.hpp"

namespace triptych::sample {

namespace {

std::vector<font::FaceFile> faces() {
    return {{"fonts/source-serif-4/SourceSerif4-Regular.ttf", "text", 400, false}};
}

std::vector<font::FaceFile> fallback() {
    return {{"fonts/noto-emoji/NotoEmoji-Regular.ttf", "emoji", 400, false},
            {"fonts/noto-sans-symbols-2/NotoSansSymbols2-Regular.ttf", "symbols", 400, false}};
}

std::vector<font::FaceFile> emoji() {
    return {{"fonts/noto-color-emoji/NotoColorEmoji-Subset.ttf", "colours", 400, false}};
}

}  // namespace

Maker::Maker()
    : data_(folder_files(TRIPTYCH_SOURCE_DIR)),
      fonts_(*data_, faces(), fallback(), nullptr, emoji()) {
    pages.information.title = "Un titre";
    pages.information.language = "fr";
    element(pages::Tag::document);
}

pages::ElementId Maker::element(pages::Tag tag, pages::ElementId parent) {
    pages::Element out;
    out.tag = tag;
    out.parent = parent;
    pages.elements.push_back(out);
    return pages::ElementId{static_cast<std::uint32_t>(pages.elements.size() - 1)};
}

pages::Element& Maker::at(pages::ElementId id) { return pages.elements[index(id)]; }

pages::Page& Maker::page() {
    pages::Page page;
    page.size = {Length::points(420), Length::points(595)};
    page.numbering = pages::Numbering::decimal;
    page.number = static_cast<std::uint32_t>(pages.pages.size() + 1);
    return pages.pages.emplace_back(std::move(page));
}

void Maker::text(pages::ElementId element, double x, double y, std::string_view text, double size) {
    Point at{Length::points(x), Length::points(y)};
    for (const font::FaceRun& part : fonts_.itemize(text, fonts_.find("text", 400, false))) {
        pages::GlyphRun run;
        run.face = part.face;
        run.size = Length::points(size);
        run.text = std::string(text.substr(part.begin, part.end - part.begin));
        font::ShapeRequest request;
        request.text = run.text;
        request.face = part.face;
        request.size = run.size;
        request.language = "fr";
        request.direction = direction;
        Length width;
        for (const font::ShapedGlyph& glyph : fonts_.shape(request)) {
            if (glyph.x_offset != Length{} || glyph.y_offset != Length{})
                run.offsets.push_back({static_cast<std::uint32_t>(run.glyphs.size()),
                                       static_cast<std::int32_t>(glyph.x_offset.units),
                                       static_cast<std::int32_t>(glyph.y_offset.units)});
            run.glyphs.push_back({glyph.id, static_cast<std::uint16_t>(glyph.cluster),
                                  static_cast<std::int32_t>(glyph.advance.units)});
            width += glyph.advance;
        }
        pages.pages.back().items.push_back({at, element, std::move(run)});
        at.x += width;
    }
}

void Maker::item(
    pages::ElementId element, double x, double y,
    std::variant<pages::GlyphRun, pages::Picture, pages::Path, pages::LinkArea> content) {
    pages.pages.back().items.push_back(
        {{Length::points(x), Length::points(y)}, element, std::move(content)});
}

std::string Maker::write(pdf::Packing packing, unsigned jobs) {
    std::vector<std::string> paths;
    for (const auto& [path, bytes] : pictures) paths.push_back(path);
    const auto files = memory_files(pictures);
    const image::Store store(*files, paths, nullptr, TRIPTYCH_MODULES_FOLDER "/triptych-decoder");
    Threads threads(jobs);
    const pdf::Options options{.packing = packing,
                               .threads = threads,
                               .colour_emoji = colour_emoji,
                               .press = press,
                               .standard = standard,
                               .files = attached};
    return pdf::write(pages, fonts_, store, options, diagnostics);
}

std::string Maker::show(const std::vector<std::string>& shown) {
    page();
    const pages::ElementId figure = element(pages::Tag::figure);
    for (std::uint32_t i = 0; i < shown.size(); ++i) {
        pictures.emplace("picture" + std::to_string(i), shown[i]);
        item(figure, 0, 0,
             pages::Picture{MediaId{i}, {Length::points(72), Length::points(72)}, {}});
    }
    return write();
}

void Maker::prepare_for_press() {
    pages.for_paper = true;
    pages.information.date = 1'767'225'599;
    for (pages::Page& page : pages.pages) {
        page.bleed = Length::points(8.5);
        page.slug = Length::points(20);
        for (pages::Item& item : page.items) item.element = pages::ElementId::layout_artifact;
    }
    pages.elements.clear();
    press = {"FOGRA39", data_->read("profiles/FOGRA39L_coated.icc").value()};
}

pages::Path box(double width, double height, std::optional<Colour> fill,
                std::optional<Colour> stroke) {
    const auto point = [](double x, double y) {
        return Point{Length::points(x), Length::points(y)};
    };
    return {
        {pages::MoveTo{point(0, 0)}, pages::LineTo{point(width, 0)},
         pages::LineTo{point(width, height)}, pages::LineTo{point(0, height)}, pages::ClosePath{}},
        fill,
        stroke,
        Length::points(1)};
}

bool holds(const std::string& file, std::string_view text) {
    return file.find(text) != std::string::npos;
}

std::size_t count(const std::string& file, std::string_view text) {
    std::size_t out = 0;
    for (std::size_t at = file.find(text); at != std::string::npos; at = file.find(text, at + 1))
        ++out;
    return out;
}

}  // namespace triptych::sample
