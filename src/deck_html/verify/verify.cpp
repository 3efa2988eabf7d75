#include <triptych/verify.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include <fmt/format.h>

#include "base/address.hpp"
#include "base/report.hpp"
#include "base/text.hpp"
#include "deck_html/policy.hpp"

namespace triptych {
namespace {

struct Tag {
    std::string name;
    std::map<std::string, std::string, std::less<>> attributes;
    std::string_view raw;  ///< what stands in `style` or `script`
};

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string unescaped(std::string text) {
    for (const auto& [entity, plain] :
         {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&amp;", "&"}})
        text = text::replace_all(std::move(text), entity, plain);
    return text;
}

/// The start tags of a page as our own writer writes it: attributes in double quotes or without a
/// value, `style` and `script` up to their end tags (HTML §13.1.2).
class Tags {
public:
    explicit Tags(std::string_view page) : page_(page) {}

    /// False at the end, or where the page is none of ours.
    bool next(Tag& tag) {
        for (;;) {
            at_ = page_.find('<', at_);
            if (at_ == std::string_view::npos) return false;
            ++at_;
            if (at_ < page_.size() && page_[at_] != '/' && page_[at_] != '!') break;
        }
        tag = {word(), {}, {}};
        while (attribute(tag)) {
        }
        if (tag.name == "style" || tag.name == "script") {
            const auto end = std::min(page_.find("</" + tag.name, at_), page_.size());
            tag.raw = page_.substr(at_, end - at_);
            at_ = end;
        }
        return true;
    }

private:
    std::string word() {
        const auto begin = at_;
        while (at_ < page_.size() && !is_space(page_[at_]) &&
               std::string_view("=>/").find(page_[at_]) == std::string_view::npos)
            ++at_;
        return text::lower_case(page_.substr(begin, at_ - begin));
    }
    bool attribute(Tag& tag) {
        while (at_ < page_.size() && (is_space(page_[at_]) || page_[at_] == '/')) ++at_;
        if (at_ >= page_.size() || page_[at_] == '>') {
            at_ = std::min(at_ + 1, page_.size());
            return false;
        }
        const auto before = at_;
        auto name = word();
        std::string value;
        if (page_.substr(at_).starts_with("=\"")) {
            const auto end = std::min(page_.find('"', at_ + 2), page_.size());
            value = unescaped(std::string(page_.substr(at_ + 2, end - at_ - 2)));
            at_ = std::min(end + 1, page_.size());
        }
        if (at_ == before) ++at_;
        tag.attributes.emplace(std::move(name), std::move(value));
        return true;
    }

    std::string_view page_;
    std::size_t at_ = 0;
};

class PageRules {
public:
    explicit PageRules(std::string_view page) : page_(page) {}

    std::vector<Violation> check() {
        report_.expect(page_.starts_with("<!DOCTYPE html>"), "HTML 13.1.1",
                       "the file is no page of slides of ours");
        report_.expect(page_.find('\0') == std::string_view::npos, "HTML 13.2.3.5",
                       "the file has a NUL character");
        Tags tags(page_);
        for (Tag tag; tags.next(tag);) check(tag);
        report_.expect(has_language_, "WCAG 2.1 3.1.1", "the page does not say its language");
        report_.expect(!policy_.empty(), "CSP 3 3.3", "the page has no content security policy");
        report_.expect(page_.find("<title></title>") == std::string_view::npos &&
                           page_.find("<title>") != std::string_view::npos,
                       "WCAG 2.1 2.4.2", "the page has no title");
        for (const auto& named : named_)
            report_.expect(ids_.count(named) != 0, "WAI-ARIA 1.2 6.2.4",
                           fmt::format("the page has no element '{}', which it names", named));
        return report_.take();
    }

private:
    static std::string value(const Tag& tag, std::string_view name) {
        const auto found = tag.attributes.find(name);
        return found == tag.attributes.end() ? std::string() : found->second;
    }

    void check(const Tag& tag) {
        if (tag.name == "html") has_language_ = !value(tag, "lang").empty();
        if (tag.name == "meta" && value(tag, "http-equiv") == "Content-Security-Policy")
            policy_ = value(tag, "content");
        if (tag.name == "script" || tag.name == "style") check_raw(tag);
        if (tag.name == "img")
            report_.expect(tag.attributes.count("alt") != 0, "WCAG 2.1 1.1.1",
                           "a picture has no alternative");
        if (const auto id = value(tag, "id"); !id.empty())
            report_.expect(ids_.insert(id).second, "HTML 3.2.6",
                           fmt::format("two elements have the id '{}'", id));
        if (tag.name == "a") check_link(tag);
        for (const auto& [name, said] : tag.attributes) check_attribute(tag, name, said);
    }

    /// Only what the policy knows by its hash runs.
    void check_raw(const Tag& tag) {
        const auto hash = deck_html::hash_source(tag.raw);
        const auto directive = tag.name == "script" ? "script-src '" : "style-src-elem '";
        report_.expect(policy_.find(directive + ("sha256-" + hash)) != std::string::npos,
                       "CSP 3 6.7.3", fmt::format("the policy does not know the <{}>", tag.name));
    }
    void check_link(const Tag& tag) {
        const auto address = value(tag, "href");
        const bool sound =
            address.starts_with('#') || is_linkable(address.substr(0, address.find(':')));
        report_.expect(sound || address.empty(), "RFC 3986 3.1",
                       fmt::format("a link leads to '{}'", address.substr(0, 80)));
        if (address.starts_with('#') && address.size() > 1) named_.insert(address.substr(1));
        if (address.starts_with("http"))
            report_.expect(value(tag, "rel").find("noopener") != std::string::npos, "HTML 4.6.7",
                           "a link out of the page hands its window on");
    }
    void check_attribute(const Tag& tag, const std::string& name, const std::string& said) {
        report_.expect(!name.starts_with("on"), "CSP 3 6.7.3",
                       fmt::format("<{}> has a script in '{}'", tag.name, name));
        const bool shows = name == "src" || name == "srcset" || name == "poster" ||
                           name == "data" || (name == "href" && tag.name != "a");
        report_.expect(
            !shows || said.starts_with("data:") || said.starts_with('#'), "CSP 3 6.1",
            fmt::format("<{}> shows '{}', which is not in the file", tag.name, said.substr(0, 80)));
        if (name == "aria-labelledby" || name == "aria-describedby")
            for (const auto one : text::split(said, ' ')) named_.emplace(one);
    }

    std::string_view page_;
    Report report_;
    std::string policy_;
    std::set<std::string> ids_, named_;
    bool has_language_ = false;
};

}  // namespace

std::vector<Violation> verify_html(std::string_view file) { return PageRules(file).check(); }

}  // namespace triptych
