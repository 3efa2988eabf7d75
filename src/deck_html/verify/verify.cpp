#include <triptych/verify.hpp>

#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/address.hpp"
#include "base/report.hpp"
#include "base/text.hpp"
#include "deck_html/policy.hpp"
#include "deck_html/verify/tags.hpp"

namespace triptych {
namespace {

using deck_html::Tag;

class PageRules {
public:
    PageRules(std::string_view page, const std::vector<std::string>& beside)
        : page_(page), unshown_(beside.begin(), beside.end()), beside_(unshown_) {}

    std::vector<Violation> check() {
        report_.expect(page_.starts_with("<!DOCTYPE html>"), "HTML 13.1.1",
                       say("the file is no page of slides of ours"));
        report_.expect(page_.find('\0') == std::string_view::npos, "HTML 13.2.3.5",
                       say("the file has a NUL character"));
        deck_html::Tags tags(page_);
        deck_html::Nesting nesting([this](const char* clause, const Message& message) {
            report_.expect(false, clause, message);
        });
        for (Tag tag; tags.next(tag);) {
            nesting.check(tag);
            if (!tag.is_end) check(tag);
        }
        nesting.finish();
        report_.expect(has_language_, "WCAG 2.1 3.1.1", say("the page does not say its language"));
        report_.expect(!policy_.empty(), "CSP 3 3.3",
                       say("the page has no content security policy"));
        report_.expect(page_.find("<title></title>") == std::string_view::npos &&
                           page_.find("<title>") != std::string_view::npos,
                       "WCAG 2.1 2.4.2", say("the page has no title"));
        for (const auto& named : named_)
            report_.expect(ids_.count(named) != 0, "WAI-ARIA 1.2 6.2.4",
                           say("the page has no element '{}', which it names", named));
        for (const auto& name : unshown_)
            report_.expect(false, "CSP 3 6.1",
                           say("no slide shows '{}', which stands beside the page", name));
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
                           say("a picture has no alternative"));
        if (const auto id = value(tag, "id"); !id.empty())
            report_.expect(ids_.insert(id).second, "HTML 3.2.6",
                           say("two elements have the id '{}'", id));
        if (tag.name == "a") check_link(tag);
        for (const auto& [name, said] : tag.attributes) check_attribute(tag, name, said);
    }

    /// Only what the policy knows by its hash runs.
    void check_raw(const Tag& tag) {
        const auto hash = deck_html::hash_source(tag.raw);
        const auto directive = tag.name == "script" ? "script-src '" : "style-src-elem '";
        report_.expect(policy_.find(directive + ("sha256-" + hash)) != std::string::npos,
                       "CSP 3 6.7.3", say("the policy does not know the <{}>", tag.name));
    }
    void check_link(const Tag& tag) {
        const auto address = value(tag, "href");
        const auto scheme = text::lower_case(address.substr(0, address.find(':')));
        const bool sound = address.starts_with('#') || is_linkable(scheme) || is_neighbour(address);
        report_.expect(sound || address.empty(), "RFC 3986 3.1",
                       say("a link leads to '{}'", address.substr(0, 80)));
        if (address.starts_with('#') && address.size() > 1) named_.insert(address.substr(1));
        if (scheme.starts_with("http"))
            report_.expect(value(tag, "rel").find("noopener") != std::string::npos, "HTML 4.6.7",
                           say("a link out of the page hands its window on"));
    }
    /// Slides in another language beside these: `x-slides.html`, or `../x-slides/index.html` where
    /// they have a folder.
    static bool is_neighbour(std::string_view address) {
        address = address.substr(0, address.find('#'));
        for (const auto& [front, end] :
             {std::pair<std::string_view, std::string_view>{"", ".html"}, {"../", "/index.html"}}) {
            if (!address.starts_with(front) || !address.ends_with(end)) continue;
            const auto name =
                address.substr(front.size(), address.size() - front.size() - end.size());
            if (name.ends_with("-slides") && name.find_first_of(":/\\?") == std::string_view::npos)
                return true;
        }
        return false;
    }
    void check_attribute(const Tag& tag, const std::string& name, const std::string& said) {
        report_.expect(!name.starts_with("on"), "CSP 3 6.7.3",
                       say("<{}> has a script in '{}'", tag.name, name));
        const bool shows = name == "src" || name == "srcset" || name == "poster" ||
                           name == "data" || (name == "href" && tag.name != "a");
        const bool is_beside =
            (tag.name == "img" || tag.name == "source") && beside_.contains(said);
        if (is_beside) unshown_.erase(said);
        report_.expect(
            !shows || is_beside || said.starts_with("data:") || said.starts_with('#'), "CSP 3 6.1",
            say("<{}> shows '{}', which is not in the file", tag.name, said.substr(0, 80)));
        if (name == "aria-labelledby" || name == "aria-describedby")
            for (const auto one : text::split(said, ' ')) named_.emplace(one);
    }

    std::string_view page_;
    Report report_;
    std::string policy_;
    std::set<std::string> ids_, named_;
    std::set<std::string> unshown_;  ///< of `beside_`
    std::set<std::string> beside_;   ///< files in the page's folder
    bool has_language_ = false;
};

}  // namespace

std::vector<Violation> verify_html(std::string_view file, const std::vector<std::string>& beside) {
    return PageRules(file, beside).check();
}

}  // namespace triptych
