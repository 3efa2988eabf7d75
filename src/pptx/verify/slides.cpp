#include <algorithm>
#include <map>
#include <string_view>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/title_text.hpp"
#include "pptx/verify/rules.hpp"

namespace triptych::pptx::verify {
namespace {

/// One slide, and what its layout offers.
struct Slide {
    const std::string& part;
    const pugi::xml_node& root;
    Report& report;

    void expect(bool holds, const char* clause, const Message& message) const {
        report.expect(holds, clause, say("'{}': {}", part, message));
    }
};

PlaceholderKey key_of(const pugi::xml_node& placeholder) {
    return {placeholder.attribute("type").as_string("obj"),
            placeholder.attribute("idx").as_string("0")};
}

void check_placeholders(const Slide& slide, const std::set<PlaceholderKey>& offered) {
    std::map<PlaceholderKey, int> counts;
    for (const auto& node : all(slide.root, "p:ph")) ++counts[key_of(node)];
    for (const auto& [key, count] : counts)
        slide.expect(count == 1, "ISO 29500-1 19.3.1.36",
                     say("placeholder '{}' {} is filled twice", key.type, key.index));
    for (const auto& key : placeholders_in(slide.root))
        slide.expect(offered.count(key) != 0, "ISO 29500-1 19.3.1.36",
                     say("placeholder '{}' {} is not one of its layout", key.type, key.index));
}

/// A link that leads nowhere may still be one to the next slide, or the like.
bool acts_alone(std::string_view action) {
    return action.starts_with("ppaction://hlinkshowjump") || action == "ppaction://noaction";
}

/// The words of a shape in one line; where a new line begins, they are parted.
std::string line_of(const pugi::xml_node& shape) {
    auto found = shape.select_nodes(".//a:t | .//a:br | .//a:p");
    found.sort();
    std::string words;
    for (const auto& match : found) {
        const pugi::xml_node node = match.node();
        words += std::string_view(node.name()) == "a:t" ? node.text().get() : " ";
    }
    return text::collapse_spaces(words);
}

std::string title_of(const pugi::xml_node& root) {
    for (const auto& shape : all(root, "p:sp")) {
        const std::string_view type =
            shape.child("p:nvSpPr").child("p:nvPr").child("p:ph").attribute("type").value();
        if (type == "title" || type == "ctrTitle") return line_of(shape);
    }
    return {};
}

bool is_decorative(const pugi::xml_node& properties) {
    const auto marks = all(properties, "adec:decorative");
    return !marks.empty() && marks.front().attribute("val").as_bool();
}

void check_alternatives(const Slide& slide) {
    for (const auto& picture : all(slide.root, "p:pic")) {
        const auto properties = picture.child("p:nvPicPr").child("p:cNvPr");
        const bool described = !std::string_view(properties.attribute("descr").value()).empty();
        slide.expect(described || is_decorative(properties), "WCAG 2.1 1.1.1",
                     say("picture '{}' has no alternative text and is not decorative",
                         properties.attribute("name").value()));
    }
}

void check_languages(const Slide& slide) {
    for (const auto& text : all(slide.root, "a:t")) {
        const auto properties = text.parent().child("a:rPr");
        if (std::string_view(text.text().get()).empty()) continue;
        slide.expect(!std::string_view(properties.attribute("lang").value()).empty(),
                     "WCAG 2.1 3.1.1", say("text '{}' has no language", text.text().get()));
    }
}

void check_links(const Slide& slide, const opc::Archive& archive) {
    std::map<std::string, std::string> types;
    for (const auto& relationship : opc::relationships_of(archive, slide.part))
        types[relationship.id] = relationship.type;
    for (const auto& link : all(slide.root, "a:hlinkClick")) {
        const std::string_view action = link.attribute("action").value();
        if (acts_alone(action)) continue;
        const bool jumps = action == "ppaction://hlinksldjump";
        const std::string& type = types[link.attribute("r:id").value()];
        slide.expect(type == (jumps ? "slide" : "hyperlink"), "ISO 29500-1 21.1.2.3.5",
                     type.empty() ? say("a link leads to a missing part")
                                  : say("a link leads to a {}", type));
    }
}

}  // namespace

std::vector<pugi::xml_node> all(const pugi::xml_node& root, const char* name) {
    std::vector<pugi::xml_node> found;
    for (const auto& match : root.select_nodes((std::string(".//") + name).c_str()))
        found.push_back(match.node());
    return found;
}

std::string text_of(const pugi::xml_node& node) {
    std::string words;
    for (const auto& text : all(node, "a:t")) words += text.text().get();
    return words;
}

std::set<PlaceholderKey> placeholders_in(const pugi::xml_node& root) {
    std::set<PlaceholderKey> found;
    for (const auto& node : all(root, "p:ph")) found.insert(key_of(node));
    return found;
}

void check_slides(const opc::Archive& archive, const std::vector<std::string>& slides,
                  Report& report) {
    std::set<std::string> titles, layouts;
    for (const auto& part : slides) {
        layouts.insert(opc::related(archive, part, "slideLayout"));
        const auto document = opc::parse(archive, part);
        const pugi::xml_node root = document.child("p:sld");
        const Slide slide{part, root, report};
        check_placeholders(slide, placeholders_in(opc::parse(
                                      archive, opc::related(archive, part, "slideLayout"))));
        const std::string title = title_of(root);
        slide.expect(!title.empty(), "WCAG 2.1 2.4.2", say("the slide has no title"));
        slide.expect(title.empty() || titles.insert(text::title_key(title)).second,
                     "WCAG 2.1 2.4.2", say("the title '{}' is that of another slide", title));
        check_alternatives(slide);
        check_languages(slide);
        check_links(slide, archive);
    }
    for (const auto& layout : layouts) check_archetype(archive, layout, report);
}

}  // namespace triptych::pptx::verify
