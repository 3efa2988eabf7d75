#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <triptych/files.hpp>

#include "font/library.hpp"
#include "image/store.hpp"
#include "pages/pages.hpp"
#include "pdf/write.hpp"

namespace triptych::sample {

/// Pages made by hand with the project's own fonts.
class Maker {
public:
    Maker();

    pages::ElementId element(pages::Tag tag, pages::ElementId parent = pages::ElementId{0});
    pages::Element& at(pages::ElementId id);
    pages::Page& page();
    /// Shapes and draws a line of text; y counts from the top in points.
    void text(pages::ElementId element, double x, double y, std::string_view text,
              double size = 12);
    void item(pages::ElementId element, double x, double y,
              std::variant<pages::GlyphRun, pages::Picture, pages::Path, pages::LinkArea> content);
    std::string write(pdf::Packing packing = pdf::Packing::readable, unsigned jobs = 1);
    /// Writes a page with each of these pictures drawn 72 points wide.
    std::string show(const std::vector<std::string>& shown);
    /// The same for a print shop: sheets with bleed, a date, and the profile of the house.
    void prepare_for_press();

    pages::Pages pages;
    std::map<std::string, std::string> pictures;  ///< by path, in the order of `MediaId`
    Diagnostics diagnostics;
    font::Direction direction{};
    bool colour_emoji = false;
    std::optional<pdf::Press> press;
    PdfStandard standard{};
    std::vector<pdf::AttachedFile> attached;

private:
    std::unique_ptr<Files> data_;
    font::Library fonts_;
};

/// A path that fills or strokes a box.
pages::Path box(double width, double height, std::optional<Colour> fill,
                std::optional<Colour> stroke);

bool holds(const std::string& file, std::string_view text);
/// Places in `file` where `text` stands.
std::size_t count(const std::string& file, std::string_view text);

}  // namespace triptych::sample
