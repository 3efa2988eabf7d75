#include "gitbook/book/links.hpp"

#include <memory>

#include <doctest/doctest.h>

#include "gitbook/syntax/address.hpp"

using namespace triptych;
using namespace triptych::gitbook;

namespace {

/// A small book: pages 0 README.md, 1 guide/README.md, 2 guide/été.md (decomposed on disk).
class Links {
public:
    explicit Links(std::string site_url = {}, std::vector<std::string> schemes = {})
        : files_({".gitbook/assets/plan (1).png", "README.md", "SUMMARY.md", "brouillon.md",
                  "guide/README.md", "guide/e\u0301te\u0301.md", "guide/notice.pdf",
                  "guide/q?r.md"}),
          pages_(3) {
        spaces_[0].redirects = {{"ancien", "guide/README.md"}, {"perdu", "rien.md"}};
        pages_[0].path = "README.md";
        pages_[1].path = "guide/README.md";
        pages_[2].path = "guide/e\u0301te\u0301.md";
        for (auto& page : pages_) {
            page.anchors.add(Anchors::Rank::gitbook, "id-1.-le-debut", "p--id-1.-le-debut");
            page.anchors.add(Anchors::Rank::github, "1-le-début", "p--id-1.-le-debut");
            page.anchors.finish();
        }
        resolver_ = std::make_unique<LinkResolver>(files_, spaces_, pages_, std::move(site_url),
                                                   std::move(schemes));
    }

    Destination from(std::uint32_t page, std::string_view written) const {
        return resolver_->resolve(written, {pages_[page].path, 0, PageId{page}});
    }

    /// What the link becomes, in a few words.
    std::string told(std::uint32_t page, std::string_view written) const {
        const Destination destination = from(page, written);
        std::string text;
        if (const auto* ref = std::get_if<doc::PageRef>(&destination.target))
            text = "page " + std::to_string(index(ref->page)) +
                   (ref->element.empty() ? "" : " " + ref->element);
        if (const auto* url = std::get_if<doc::Url>(&destination.target)) text = url->address;
        if (const auto* file = std::get_if<LocalFile>(&destination.target))
            text = "file " + file->path;
        if (std::holds_alternative<doc::DeadLink>(destination.target)) text = "dead";
        if (destination.finding) text += " [" + std::string(slug(destination.finding->kind)) + "]";
        return text;
    }

    PictureSource picture(std::uint32_t page, std::string_view written) const {
        return resolver_->find_picture(written, {pages_[page].path, 0, PageId{page}});
    }

private:
    FileIndex files_;
    std::vector<Space> spaces_{1};
    std::vector<LinkedPage> pages_;
    std::unique_ptr<LinkResolver> resolver_;
};

}  // namespace

TEST_CASE("relative links find pages however they are written") {
    const Links links;
    CHECK(links.told(0, "guide/README.md") == "page 1");
    CHECK(links.told(0, "guide/") == "page 1");
    CHECK(links.told(0, "guide") == "page 1");
    CHECK(links.told(0, "./guide/readme.MD") == "page 1");
    CHECK(links.told(0, "/guide/") == "page 1");
    CHECK(links.told(1, "./") == "page 1");
    CHECK(links.told(1, "../") == "page 0");
    CHECK(links.told(1, "..") == "page 0");
    CHECK(links.told(1, "été.md") == "page 2");
    CHECK(links.told(1, "%C3%A9t%C3%A9.md") == "page 2");
    CHECK(links.told(1, "e%CC%81te%CC%81") == "page 2");
    CHECK(links.told(1, "notice.pdf") == "file guide/notice.pdf");
    CHECK(links.told(0, "ancien") == "page 1");
    CHECK(links.told(1, "../ancien.md") == "page 1");
    CHECK(links.told(0, "guide/index.html") == "page 1");
}

TEST_CASE("fragments find elements by every rule") {
    const Links links;
    CHECK(links.told(0, "#id-1.-le-debut") == "page 0 p--id-1.-le-debut");
    CHECK(links.told(0, "guide/#1-le-d%C3%A9but") == "page 1 p--id-1.-le-debut");
    CHECK(links.told(0, "guide/#ID-1.-Le-Debut") == "page 1 p--id-1.-le-debut");
    CHECK(links.told(0, "guide/#1-le--debut") == "page 1 p--id-1.-le-debut");
    CHECK(links.told(0, "guide/#user-content-1-le-début") == "page 1 p--id-1.-le-debut");
    CHECK(links.told(0, "guide/#") == "page 1");
    CHECK(links.told(0, "guide/#fin") == "page 1 [broken-anchor]");
    CHECK(links.told(0, "#fin") == "page 0 [broken-anchor]");
}

TEST_CASE("addresses keep their kind") {
    const Links links;
    CHECK(links.told(0, "https://example.org/a b?é") == "https://example.org/a%20b?%C3%A9");
    CHECK(links.told(0, "//example.org/a") == "https://example.org/a");
    CHECK(links.told(0, "mailto:a@example.org") == "mailto:a@example.org");
    CHECK(links.told(0, "jean.petit@example.org") == "mailto:jean.petit@example.org");
    CHECK(links.told(0, "tel:+33123456789") == "tel:+33123456789");
    CHECK(links.told(0, "sms:+33123456789") == "sms:+33123456789");
    for (const auto* refused : {"javascript:alert(1)", "ms-msdt:/id", "smb://serveur/partage",
                                "localhost:3000", "dc:format", "data:text/html,a", "file:///etc"})
        CHECK(links.told(0, refused) == "dead [link-scheme]");
    CHECK(links.told(0, "https://école.example/é") == "https://xn--cole-9oa.example/%C3%A9");
    CHECK(links.told(0, "http://[2001:db8::1]:80/a") == "http://[2001:db8::1]:80/a");
    CHECK(links.told(0, "http://user@example.org:8080") == "http://user@example.org:8080");
    for (const auto* nameless :
         {"https://a+b.example/", "https://example.org\"}", "http://a..b/", "http://a b/"})
        CHECK(links.told(0, nameless) == "dead [broken-link]");
    CHECK(links.told(0, "hhttps://example.org") == "dead [broken-link]");
    CHECK(links.told(0, "https://") == "dead [broken-link]");
}

TEST_CASE("what leads nowhere is dead and reported") {
    const Links links;
    CHECK(links.told(0, "") == "dead [broken-link]");
    CHECK(links.told(0, "broken-reference") == "dead [broken-link]");
    CHECK(links.told(0, "/broken/pages/abc") == "dead [broken-link]");
    CHECK(links.told(0, "absent.md") == "dead [broken-link]");
    CHECK(links.told(0, "perdu") == "dead [broken-link]");
    CHECK(links.told(0, "../../../etc/passwd") == "dead [broken-link]");
    CHECK(links.told(0, "brouillon.md") == "dead [link-out-of-book]");
}

TEST_CASE("with site_url, links out of the book lead to the published pages") {
    const Links links("https://docs.example.org/guide-produit");
    const std::string site = "https://docs.example.org/guide-produit";
    CHECK(links.told(1, "autre/README.md#un") == site + "/guide/autre#un [link-out-of-book]");
    CHECK(links.told(0, "brouillon.md") == site + "/brouillon [link-out-of-book]");
    CHECK(links.told(0, "absent.pdf") == "dead [broken-link]");
}

TEST_CASE("links to the book's own site become links within the book") {
    const Links links("https://www.docs.example.org/base");
    CHECK(links.told(0, "https://docs.example.org/base/guide") == "page 1");
    CHECK(links.told(1, "http://docs.example.org/base") == "page 0");
    CHECK(links.told(0, "https://docs.example.org/base/v2/guide/#fin") == "page 1 [broken-anchor]");
    CHECK(links.told(0, "https://docs.example.org/base/ancien") == "page 1");
    CHECK(links.told(0, "https://docs.example.org/base/inconnu") ==
          "https://docs.example.org/base/inconnu");
    CHECK(links.told(0, "https://docs.example.org.evil.net/base/guide") ==
          "https://docs.example.org.evil.net/base/guide");
}

TEST_CASE("links into GitBook are resolved by their path") {
    const Links links;
    CHECK(links.told(0, "https://app.gitbook.com/s/AbC123/guide#1-le-début") ==
          "page 1 p--id-1.-le-debut");
    CHECK(links.told(0, "https://app.gitbook.com/o/x/s/AbC123/guide") == "page 1");
    CHECK(links.told(0, "https://app.gitbook.com/s/AbC123/autre") ==
          "https://app.gitbook.com/s/AbC123/autre");
}

TEST_CASE("pictures are found by path, else by name among the assets") {
    const Links links;
    const auto found = [&](std::uint32_t page, std::string_view written) {
        const PictureSource source = links.picture(page, written);
        const auto* file = std::get_if<LocalFile>(&source);
        return file ? file->path : std::string();
    };
    const std::string plan = ".gitbook/assets/plan (1).png";
    CHECK(found(0, ".gitbook/assets/plan (1).png") == plan);
    CHECK(found(0, ".gitbook/assets/plan%20%281%29.png") == plan);
    CHECK(found(1, "../.gitbook/assets/Plan (1).PNG") == plan);
    CHECK(found(1, "../../../.gitbook/assets/plan (1).png") == plan);
    CHECK(found(0, "https://github.com/x/y/tree/abc/.gitbook/assets/plan%20\\(1\\).png") == "");
    CHECK(found(0, "https://github.com/x/y/tree/abc/.gitbook/assets/plan%20(1).png") == plan);
    CHECK(found(0, "guide/") == "");
    CHECK(std::holds_alternative<doc::Url>(links.picture(0, "https://example.org/a.png")));
    CHECK(std::holds_alternative<doc::DeadLink>(links.picture(0, "absent.png")));
    CHECK(std::holds_alternative<doc::DeadLink>(links.picture(0, "data:image/png;base64,AAAA")));
}

TEST_CASE("schemes and addresses") {
    CHECK(scheme_of("HTTPS://x") == "https");
    CHECK(scheme_of("page.md:12") == "");
    CHECK(scheme_of("a/b:c") == "");
    CHECK(scheme_of(":x") == "");
    CHECK(is_email("a.b-c@example.org"));
    CHECK_FALSE(is_email("@example.org"));
    CHECK_FALSE(is_email("a@b@c.d"));
    CHECK_FALSE(is_email("a/b@c.d"));
    CHECK(host_of("https://user@WWW.Example.org/a") == "example.org");
}

TEST_CASE("links lead to the kinds of addresses that a layout adds, never to harmful ones") {
    CHECK(Links().told(0, "geo:1,2") == "dead [link-scheme]");
    const Links links({}, {"geo", "javascript"});
    CHECK(links.told(0, "geo:1,2") == "geo:1,2");
    CHECK(links.told(0, "GEO:1,2") == "GEO:1,2");
    CHECK(links.told(0, "javascript:x") == "dead [link-scheme]");
}
