#include "pptx/templates/choose.hpp"

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <string_view>

#include "deck/deck.hpp"

namespace triptych::pptx::templates {
namespace {

using namespace literals;

constexpr int least_width = 30, least_height = 25;  // per cent of the slide, of a box for content
constexpr Length margin = 36_pt;                    // around content that stands on no placeholder
constexpr Length tolerance = 2_pt;

bool is_title(const Placeholder& placeholder) {
    return placeholder.type == "title" || placeholder.type == "ctrTitle";
}
bool holds_text(const Placeholder& placeholder) {
    return placeholder.type.empty() || placeholder.type == "body" || placeholder.type == "subTitle";
}
bool holds_objects(const Placeholder& placeholder, std::string_view special) {
    return placeholder.type.empty() || placeholder.type == special;
}

bool is_near(Length a, Length b) { return a - b <= tolerance && b - a <= tolerance; }
bool is_near(const Rect& a, const Rect& b) {
    return is_near(a.at.x, b.at.x) && is_near(a.at.y, b.at.y) && is_near(right(a), right(b)) &&
           is_near(bottom(a), bottom(b));
}

/// Looks for placeholders on the layouts of one master.
class Chooser {
public:
    Chooser(const std::vector<Layout>& layouts, const Size& slide)
        : layouts_(layouts), slide_(slide) {}

    std::optional<Choice> choose() const {
        const auto content = find_content();
        if (!content) return std::nullopt;
        Choice choice;
        choice.content = *content;
        choice.title = find_title().value_or(*content);
        choice.section = find({"secHead"}, [&](std::size_t i) {
                             return with_largest(i);
                         }).value_or(choice.title);
        choice.table = find_table(*content);
        choice.picture = find_picture(*content);
        choice.title_only = find_title_only(*content);
        for (std::size_t i = 0; i < layouts_.size(); ++i)
            if (const auto stand = by_name(i))
                choice.named.emplace(deck::layout_key(layouts_[i].name), *stand);
        return choice;
    }

private:
    using Look = std::function<std::optional<Stand>(std::size_t layout)>;

    const std::vector<Placeholder>& of(std::size_t layout) const {
        return layouts_[layout].placeholders;
    }
    const Placeholder& title_of(const Stand& stand) const { return of(stand.layout)[stand.title]; }

    /// The first layout of the first of `types` that `look` accepts; an empty type is any.
    std::optional<Stand> find(std::initializer_list<std::string_view> types,
                              const Look& look) const {
        for (const auto type : types)
            for (std::size_t i = 0; i < layouts_.size(); ++i)
                if (type.empty() || layouts_[i].type == type)
                    if (auto stand = look(i)) return stand;
        return std::nullopt;
    }

    template <typename Test>
    std::optional<std::size_t> first(std::size_t layout, Test test) const {
        const auto& all = of(layout);
        const auto found = std::find_if(all.begin(), all.end(), test);
        if (found == all.end()) return std::nullopt;
        return static_cast<std::size_t>(found - all.begin());
    }
    /// Title and foot.
    std::optional<Stand> with_title(std::size_t layout) const {
        const auto title = first(layout, is_title);
        if (!title) return std::nullopt;
        Stand stand;
        stand.layout = layout;
        stand.title = *title;
        const auto typed = [](std::string_view type) {
            return [type](const Placeholder& each) { return each.type == type; };
        };
        stand.footer = first(layout, typed("ftr"));
        stand.number = first(layout, typed("sldNum"));
        stand.area = free_area(stand);
        return stand;
    }
    void take_text(Stand& stand, std::size_t text) const {
        stand.text = text;
        stand.area = of(stand.layout)[text].text_box();
    }
    /// Title and the largest text, of whatever size.
    std::optional<Stand> with_largest(std::size_t layout) const {
        auto stand = with_title(layout);
        if (!stand) return stand;
        std::optional<std::size_t> largest;
        const auto area = [&](std::size_t i) {
            const Size size = of(layout)[i].frame.size;
            return size.width.in_points() * size.height.in_points();
        };
        for (std::size_t i = 0; i < of(layout).size(); ++i)
            if (holds_text(of(layout)[i]) && (!largest || area(i) > area(*largest))) largest = i;
        if (largest) take_text(*stand, *largest);
        return stand;
    }
    bool is_large(const Rect& box) const {
        return box.size.width >= slide_.width.scaled(least_width, 100) &&
               box.size.height >= slide_.height.scaled(least_height, 100);
    }
    std::vector<std::size_t> large_texts(std::size_t layout) const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < of(layout).size(); ++i)
            if (holds_text(of(layout)[i]) && is_large(of(layout)[i].text_box())) found.push_back(i);
        return found;
    }
    /// Title and one large text.
    std::optional<Stand> with_body(std::size_t layout) const {
        auto stand = with_title(layout);
        const auto texts = large_texts(layout);
        if (!stand || texts.size() != 1 || of(layout)[texts.front()].type == "subTitle") return {};
        take_text(*stand, texts.front());
        if (holds_objects(of(layout)[*stand->text], "")) stand->object = stand->text;
        return stand;
    }

    /// Whatever its author made it for: title and largest text, or what they leave free.
    std::optional<Stand> by_name(std::size_t layout) const {
        auto stand = with_largest(layout);
        if (!stand || layouts_[layout].name.empty()) return std::nullopt;
        if (stand->text && !is_large(stand->area)) {
            stand->text.reset();
            stand->area = free_area(*stand);
        }
        if (!is_large(stand->area)) return std::nullopt;
        if (stand->text && holds_objects(of(layout)[*stand->text], "")) stand->object = stand->text;
        return stand;
    }

    std::optional<Stand> find_title() const {
        const auto with_subtitle = [&](std::size_t i) -> std::optional<Stand> {
            auto stand = with_title(i);
            const auto text =
                first(i, [](const Placeholder& each) { return each.type == "subTitle"; });
            if (!stand || !text) return std::nullopt;
            take_text(*stand, *text);
            return stand;
        };
        if (const auto stand = find({"title", ""}, with_subtitle)) return stand;
        return find({"title", "secHead"}, [&](std::size_t i) { return with_largest(i); });
    }
    std::optional<Stand> find_content() const {
        if (const auto stand = find({"obj", "tx", "objTx", "txObj", ""},
                                    [&](std::size_t i) { return with_body(i); }))
            return stand;
        return find({"titleOnly", ""}, [&](std::size_t i) -> std::optional<Stand> {
            const auto stand = with_title(i);
            return stand && is_large(stand->area) ? stand : std::nullopt;
        });
    }
    Stand find_table(const Stand& content) const {
        const auto look = [&](std::size_t i) -> std::optional<Stand> {
            auto stand = with_title(i);
            const auto table = first(i, [](const Placeholder& each) { return each.type == "tbl"; });
            if (!stand || !table || !has_title_of(*stand, content)) return std::nullopt;
            if (!is_near(of(i)[*table].frame, frame_of(content))) return std::nullopt;
            stand->object = table;
            return stand;
        };
        return find({"tbl", ""}, look).value_or(content);
    }
    /// Two boxes side by side that fill the area of the content.
    std::optional<Stand> find_picture(const Stand& content) const {
        if (!content.text) return std::nullopt;
        const auto look = [&](std::size_t i) -> std::optional<Stand> {
            auto stand = with_title(i);
            if (!stand || !has_title_of(*stand, content)) return std::nullopt;
            const auto& all = of(i);
            for (std::size_t a = 0; a < all.size(); ++a)
                for (std::size_t b = 0; b < all.size(); ++b) {
                    if (a == b || !holds_text(all[a]) || !holds_objects(all[b], "pic")) continue;
                    if (!fill(all[a].frame, all[b].frame, frame_of(content))) continue;
                    take_text(*stand, a);
                    stand->object = b;
                    return stand;
                }
            return std::nullopt;
        };
        return find({"twoObj", "picTx", ""}, look);
    }
    std::optional<Stand> find_title_only(const Stand& content) const {
        return find({"titleOnly"}, [&](std::size_t i) -> std::optional<Stand> {
            const auto stand = with_title(i);
            return stand && has_title_of(*stand, content) ? stand : std::nullopt;
        });
    }

    bool has_title_of(const Stand& stand, const Stand& content) const {
        return is_near(title_of(stand).frame, title_of(content).frame);
    }
    Rect frame_of(const Stand& content) const {
        return content.text ? of(content.layout)[*content.text].frame : content.area;
    }
    static bool fill(const Rect& left, const Rect& other, const Rect& whole) {
        return is_near(left.at.x, whole.at.x) && is_near(right(other), right(whole)) &&
               right(left) <= other.at.x + tolerance && is_near(left.at.y, whole.at.y) &&
               is_near(other.at.y, whole.at.y) && is_near(bottom(left), bottom(whole)) &&
               is_near(bottom(other), bottom(whole));
    }

    /// The larger of what is free above and below the title, down to the foot, as wide as the title
    /// or, where that is narrow, as the slide.
    Rect free_area(const Stand& stand) const {
        const Rect title = title_of(stand).frame;
        Length foot = slide_.height - margin;
        for (const auto& placeholder : of(stand.layout)) {
            const bool low = placeholder.type == "ftr" || placeholder.type == "sldNum" ||
                             placeholder.type == "dt";
            if (low && placeholder.frame.at.y > slide_.height / 2)
                foot = std::min(foot, placeholder.frame.at.y);
        }
        Rect area = {{title.at.x, bottom(title) + margin / 4},
                     {title.size.width, foot - bottom(title) - margin / 4}};
        if (title.at.y - margin > area.size.height)
            area = {{title.at.x, margin}, {title.size.width, title.at.y - margin}};
        if (area.size.width < slide_.width.scaled(60, 100)) {
            area.at.x = margin;
            area.size.width = slide_.width - margin * 2;
        }
        return area;
    }

    const std::vector<Layout>& layouts_;
    const Size& slide_;
};

}  // namespace

std::optional<Choice> choose(const std::vector<Layout>& layouts, const Size& slide) {
    return Chooser(layouts, slide).choose();
}

}  // namespace triptych::pptx::templates
