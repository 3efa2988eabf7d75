#include <algorithm>
#include <initializer_list>
#include <utility>

#include "base/address.hpp"
#include "base/is_one_of.hpp"
#include "style/contrast.hpp"
#include "style/layout.hpp"
#include "style/layout_files.hpp"
#include "style/medium.hpp"
#include "style/reader.hpp"

namespace triptych::style {
namespace {

using namespace triptych::literals;

constexpr Length least_measure = 72_pt;

/// Colours may be named after ones that stand above them. One that is none gives way to the
/// layout's of that name, so that the author's mistake is not told at every place that names it.
/// The names of such are given.
Names read_palette(const LayoutFiles& files, Palette& palette, Reading& reading) {
    Names wrong;
    const Value* colours = files.theme.find("colours");
    if (!colours) return wrong;
    for (const Entry& entry : colours->entries) {
        auto colour = Form<Colour>::read(entry.value, reading.scale);
        if (!colour) {
            report_invalid(entry.value, say_known(Form<Colour>::about), reading);
            wrong.push_back(entry.key);
            const Value* below =
                files.layout_colours ? files.layout_colours->find(entry.key) : nullptr;
            if (below != nullptr) colour = Form<Colour>::read(*below, reading.scale);
        }
        if (colour) palette[entry.key] = *colour;
    }
    return wrong;
}

std::vector<FontFile> read_font_files(const Value* list, Reading& reading) {
    std::vector<FontFile> files;
    if (!list) return files;
    for (const Value& item : list->items) {
        if (auto file = Form<FontFile>::read(item, reading.scale))
            files.push_back(std::move(*file));
        else
            report_invalid(item, say_known(Form<FontFile>::about), reading);
    }
    if (list->items.empty()) report_invalid(*list, say("a list of font files"), reading);
    return files;
}

Fonts read_fonts(const Value& theme, Reading& reading) {
    Fonts fonts;
    for (std::size_t i = 0; i < fonts.families.size(); ++i) {
        const std::string key = "fonts." + std::string(Words<FamilyRole>::names[i]);
        Family& family = fonts.families[i];
        const Value* own = theme.find(key);
        if (!own) continue;
        apply(*own, family_keys(), family, reading);
        family.files = read_font_files(own->find("files"), reading);
    }
    fonts.fallback = read_font_files(theme.find("fonts.fallback"), reading);
    fonts.emoji = read_font_files(theme.find("fonts.emoji"), reading);
    return fonts;
}

std::vector<std::string> read_schemes(const Value& theme, Reading& reading) {
    std::vector<std::string> schemes;
    const Value* list = theme.find("link-schemes");
    if (!list) return schemes;
    const Message about = say("a list of schemes that can do no harm, such as [geo, xmpp]");
    if (list->form != Value::Form::list) report_invalid(*list, about, reading);
    for (const Value& item : list->items)
        if (is_linkable(item.scalar))
            schemes.push_back(item.scalar);
        else
            report_invalid(item, about, reading);
    return schemes;
}

/// Logo and template are the reader's business.
Names brand_names(const LayoutFiles& files) {
    Names names{"logo", "template", "fonts.fallback", "fonts.emoji"};
    if (const Value* colours = files.theme.find("colours"))
        for (const Entry& colour : colours->entries)
            if (!is_one_of(colour.key, files.unused_colours))
                names.push_back("colours." + colour.key);
    for (const std::string_view family : Words<FamilyRole>::names)
        for (const char* key : {".name", ".substitute", ".files"})
            names.push_back("fonts." + std::string(family) + key);
    return names;
}

Names theme_names() {
    Names names = medium_names();
    for (const char* name :
         {"extends", "colours.*", "fonts.fallback", "fonts.emoji", "link-schemes"})
        names.emplace_back(name);
    for (const std::string_view family : Words<FamilyRole>::names)
        for (const char* key : {".name", ".substitute", ".files"})
            names.push_back("fonts." + std::string(family) + key);
    return names;
}

/// What the theme says for all outputs, under what the file of one output says.
Value with_theme(const Value& theme, Value file) {
    const Names shared = medium_names();
    Value common = theme;
    std::erase_if(common.entries, [&](const Entry& entry) {
        return std::none_of(shared.begin(), shared.end(), [&](const std::string& name) {
            return name.substr(0, name.find('.')) == entry.key;
        });
    });
    return merged(std::move(common), std::move(file));
}

/// Keys of one output that its file may hold beside those of `Medium`.
template <typename Target>
void report_unknown_keys(const Value& file, std::initializer_list<Keys<Target>> tables,
                         Reading& reading) {
    Names names = medium_names();
    for (const auto& keys : tables) add_names(names, keys);
    report_unknown(file, names, reading.diagnostics);
}

/// Margins that leave too little are replaced by an eighth of the page.
void repair_geometry(const Value& file, PageGeometry& page, Reading& reading) {
    if (page.measure() >= least_measure && page.text_height() >= least_measure) return;
    const Value* own = file.find("page");
    report_invalid(own ? *own : file, say("margins that leave at least 1 in of the page for text"),
                   reading);
    page.inner = page.outer = page.size.width / 8;
    page.top = page.bottom = page.size.height / 8;
}

Booklet read_booklet(const Value& file, Reading& reading) {
    Booklet booklet;
    booklet.page.size = {148_mm, 210_mm};
    read_medium(file, booklet.medium, reading);
    booklet.page.baseline = booklet.medium[Role::body].text.leading;
    apply(file, booklet_keys(), booklet, reading);
    repair_geometry(file, booklet.page, reading);
    return booklet;
}

Ebook read_ebook(const Value& file, Reading& reading) {
    Ebook ebook;
    read_medium(file, ebook.medium, reading);
    apply(file, ebook_keys(), ebook, reading);
    return ebook;
}

Grid grid_of(const Slides& slides) {
    return {slides.margin_left, slides.size.width - slides.margin_left - slides.margin_right,
            slides.gutter, slides.columns};
}

Slides read_slides(const Value& file, Reading& reading) {
    Slides slides;
    slides.size = {960_pt, 540_pt};
    read_medium(file, slides.medium, reading);
    apply(file, slide_keys(), slides, reading);
    reading.scale.grid = grid_of(slides);
    apply(file, zone_keys(), slides, reading);
    return slides;
}

Sheet read_sheet(LayoutFiles files, Reading& reading) {
    Palette palette;
    reading.scale.palette = &palette;
    const Names wrong = read_palette(files, palette, reading);
    report_unknown(files.theme, theme_names(), reading.diagnostics);
    const Value booklet = with_theme(files.theme, std::move(files.booklet));
    const Value epub = with_theme(files.theme, std::move(files.epub));
    const Value slides = with_theme(files.theme, std::move(files.slides));
    report_unknown_keys(booklet, {booklet_keys()}, reading);
    report_unknown_keys(epub, {ebook_keys()}, reading);
    report_unknown_keys(slides, {slide_keys(), zone_keys()}, reading);
    Sheet sheet;
    if (files.brand) report_unknown(*files.brand, brand_names(files), reading.diagnostics);
    sheet.fonts = read_fonts(files.theme, reading);
    sheet.booklet = read_booklet(booklet, reading);
    sheet.ebook = read_ebook(epub, reading);
    sheet.slides = read_slides(slides, reading);
    if (const Value* colours = files.brand ? files.brand->find("colours") : nullptr) {
        Value own = *colours;
        std::erase_if(own.entries, [&](const Entry& entry) { return is_one_of(entry.key, wrong); });
        check_contrast(sheet, own, palette, reading.diagnostics);
    }
    return sheet;
}

}  // namespace

std::optional<Layout> load_layout(const Files& data, std::string_view layout, Sources& sources,
                                  Diagnostics& diagnostics, const FontJudge& judge) {
    // The theme is read with each output, so its findings come several times.
    Diagnostics found;
    auto files = read_layout_files(data, layout, sources, found, judge);
    std::optional<Layout> loaded;
    if (files) {
        Reading reading{{}, found};
        loaded.emplace();
        loaded->link_schemes = read_schemes(files->theme, reading);
        loaded->sheet = read_sheet(std::move(*files), reading);
        loaded->sheet.name = layout;
    }
    found.sort_and_deduplicate();
    diagnostics.append(std::move(found));
    return loaded;
}

std::optional<Sheet> load(const Files& data, std::string_view layout, Sources& sources,
                          Diagnostics& diagnostics, const FontJudge& judge) {
    auto loaded = load_layout(data, layout, sources, diagnostics, judge);
    if (!loaded) return std::nullopt;
    return std::move(loaded->sheet);
}

}  // namespace triptych::style
