#include "style/layout_files.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <triptych/spelling.hpp>

#include "base/is_one_of.hpp"
#include "base/text.hpp"
#include "style/reader.hpp"

namespace triptych::style {
namespace {

/// Reads files and remembers whether one of them was there but wrong.
class FileReader {
public:
    FileReader(const Files& data, Sources& sources, Diagnostics& diagnostics)
        : data_(data), sources_(sources), diagnostics_(diagnostics) {}

    bool failed() const { return failed_; }
    Diagnostics& diagnostics() { return diagnostics_; }

    std::optional<Value> read(const std::string& layout, std::string_view file) {
        return read("layouts/" + layout + '/' + std::string(file));
    }

    std::optional<Value> read(const std::string& path) {
        auto text = data_.read(path);
        if (!text) return std::nullopt;
        auto value = parse_yaml(sources_.add(path, std::move(*text)), sources_, diagnostics_);
        if (!value) failed_ = true;
        return value;
    }

    /// `file` of all `layouts`, the first of which extends the second and so on.
    Value read_joined(const std::vector<std::string>& layouts, std::string_view file) {
        std::optional<Value> joined;
        for (auto layout = layouts.rbegin(); layout != layouts.rend(); ++layout) {
            auto own = read(*layout, file);
            if (own) joined = joined ? merged(std::move(*joined), std::move(*own)) : std::move(own);
        }
        if (!joined && !failed_) report_missing(layouts.front(), file);
        return joined.value_or(Value{});
    }

    void report_missing(const std::string& layout, std::string_view file) {
        failed_ = true;
        const std::string near = nearest(layout, layouts());
        diagnostics_.report(Kind::unreadable_source, {}, say("layout '{}' has no {}", layout, file),
                            near == layout ? Message() : spelling::suggestion(near));
    }

private:
    Names layouts() const {
        Names names;
        for (const std::string& path : data_.list("layouts")) {
            const std::size_t start = std::string_view("layouts/").size();
            const std::size_t slash = path.find('/', start);
            if (slash != path.npos) names.push_back(path.substr(start, slash - start));
        }
        return names;
    }

    const Files& data_;
    Sources& sources_;
    Diagnostics& diagnostics_;
    bool failed_ = false;
};

/// Calls `each` for every font file that the theme lists.
template <typename Each>
void for_each_font(Value& theme, const Each& each) {
    for (Entry& part : theme.entries) {
        if (part.key != "fonts") continue;
        for (Entry& family : part.value.entries) {
            for (Value& file : family.value.items) each(file);
            for (Entry& key : family.value.entries)
                if (key.key == "files")
                    for (Value& file : key.value.items) each(file);
        }
    }
}

/// Fonts that lie beside the theme are named from its folder.
void find_own_fonts(Value& theme, const std::string& layout, const Files& data) {
    const std::string folder = "layouts/" + layout + '/';
    for_each_font(theme, [&](Value& file) {
        // "400 italic path"
        std::size_t path = file.scalar.find(' ') + 1;
        constexpr std::string_view italic = "italic ";
        if (file.scalar.compare(path, italic.size(), italic) == 0) path += italic.size();
        const std::string beside = folder + file.scalar.substr(path);
        if (path > 0 && data.is_file(beside)) file.scalar.replace(path, std::string::npos, beside);
    });
}

/// Themes of a layout, of the layout it extends, and so on.
struct Chain {
    std::vector<std::string> layouts;
    Value theme;
};

/// What `theme` extends, when that is not in `layouts` yet.
std::optional<std::string> extended(const Value& theme, const std::vector<std::string>& layouts,
                                    Diagnostics& diagnostics) {
    const Value* extends = theme.find("extends");
    if (!extends) return std::nullopt;
    if (!is_one_of(extends->scalar, layouts)) return extends->scalar;
    diagnostics.report(Kind::invalid_value, extends->span,
                       say("layout '{}' extends itself in the end", extends->scalar),
                       say("let one of the layouts of this circle stand alone"));
    return std::nullopt;
}

Chain read_chain(FileReader& files, const Files& data, std::string_view layout,
                 const FontJudge& judge) {
    Chain chain;
    for (std::optional<std::string> next(layout); next;) {
        auto theme = files.read(*next, "theme.yaml");
        if (!theme) {
            if (!files.failed()) files.report_missing(*next, "theme.yaml");
            break;
        }
        find_own_fonts(*theme, *next, data);
        chain.layouts.push_back(*next);
        next = extended(*theme, chain.layouts, files.diagnostics());
        // Only what lies on another layout may lose its fonts to it.
        if (next) drop_unusable_fonts(*theme, judge, files.diagnostics());
        chain.theme = chain.layouts.size() == 1 ? std::move(*theme)
                                                : merged(std::move(*theme), std::move(chain.theme));
    }
    return chain;
}

/// What a brand says of the theme, with fonts that can be used.
Value of_theme(Value brand, const FontJudge& judge, Diagnostics& diagnostics) {
    std::erase_if(brand.entries, [](const Entry& entry) {
        return entry.key != "colours" && entry.key != "fonts";
    });
    drop_unusable_fonts(brand, judge, diagnostics);
    return brand;
}

/// Whether a value in the tree, or a word of one, is `name`.
bool names_colour(const Value& value, std::string_view name) {
    const auto words = text::split(value.scalar, ' ');
    return is_one_of(name, words) ||
           std::any_of(value.items.begin(), value.items.end(),
                       [&](const Value& item) { return names_colour(item, name); }) ||
           std::any_of(value.entries.begin(), value.entries.end(),
                       [&](const Entry& entry) { return names_colour(entry.value, name); });
}

/// Colours of the brand that the layout has no colour of that name for, nor a use.
std::vector<std::string> unused_colours(const LayoutFiles& files) {
    std::vector<std::string> unused;
    const Value* colours = files.brand->find("colours");
    if (colours == nullptr) return unused;
    const Value* known = files.theme.find("colours");
    for (const Entry& entry : colours->entries) {
        const bool defined =
            known != nullptr &&
            std::any_of(known->entries.begin(), known->entries.end(),
                        [&](const Entry& colour) { return colour.key == entry.key; });
        const bool used =
            defined || names_colour(*colours, entry.key) || names_colour(files.theme, entry.key) ||
            names_colour(files.booklet, entry.key) || names_colour(files.epub, entry.key) ||
            names_colour(files.slides, entry.key);
        if (!used) unused.push_back(entry.key);
    }
    return unused;
}

}  // namespace

std::optional<LayoutFiles> read_layout_files(const Files& data, std::string_view layout,
                                             Sources& sources, Diagnostics& diagnostics,
                                             const FontJudge& judge) {
    FileReader files(data, sources, diagnostics);
    Chain chain = read_chain(files, data, layout, judge);
    if (files.failed()) return std::nullopt;
    LayoutFiles found;
    found.theme = std::move(chain.theme);
    found.booklet = files.read_joined(chain.layouts, "booklet.yaml");
    found.epub = files.read_joined(chain.layouts, "epub.yaml");
    found.slides = files.read_joined(chain.layouts, "slides.yaml");
    found.brand = files.read("brand.yaml");
    if (files.failed()) return std::nullopt;
    if (found.brand) found.unused_colours = unused_colours(found);
    if (const Value* colours = found.brand ? found.theme.find("colours") : nullptr)
        found.layout_colours = *colours;
    if (found.brand)
        found.theme = merged(std::move(found.theme), of_theme(*found.brand, judge, diagnostics));
    return found;
}

}  // namespace triptych::style
