#include <triptych/live.hpp>

#include <doctest/doctest.h>

#include <thread>

using namespace triptych;

namespace {

LiveSite::Table one_page() {
    return {{"", {"text/html", [] { return std::string("page"); }, {}}},
            {"ebook/a.xhtml",
             {"application/xhtml+xml", [] { return std::string("chapter"); },
              LiveSite::Origin::ebook}}};
}

struct Asked {
    LiveSite site{"secret", {"tunnel.example"}};
    Asked() {
        site.listens_on(8080);
        site.publish(one_page(), "{}");
    }
    int status(LiveSite::Question question) const { return site.answer(question).status; }
};

std::string header(const LiveSite::Answer& answer, std::string_view name) {
    for (const auto& [key, value] : answer.headers)
        if (key == name) return value;
    return {};
}

}  // namespace

TEST_CASE(
    "who knows the token and asks this computer sees what is in the table, and nothing else") {
    const Asked asked;
    CHECK(asked.status({"GET", "/secret/", "127.0.0.1:8080", "", ""}) == 200);
    CHECK(asked.status({"HEAD", "/secret/ebook/a.xhtml", "localhost:8080", "", ""}) == 200);
    CHECK(asked.status({"GET", "/secret/", "[::1]:8080", "http://[::1]:8080", "same-origin"}) ==
          200);
    CHECK(asked.site.answer({"GET", "/secret/events", "localhost:8080", "", ""}).events);
    for (const char* path :
         {"/", "/secret", "/Secret/", "/secre/", "/secrets/", "secret/", "", "/secret/nothing",
          "/secret/../etc/passwd", "/secret/ebook/../ebook/a.xhtml", "/secret//ebook/a.xhtml",
          "/secret/ebook/%61.xhtml", "/events"})
        CHECK_MESSAGE(asked.status({"GET", path, "localhost:8080", "", ""}) == 404, path);
}

TEST_CASE("other hosts, methods and sites are refused") {
    const Asked asked;
    for (const char* host : {"", "localhost", "localhost:80", "evil.example:8080", "127.0.0.1:8081",
                             "localhost:8080.evil.example", "127.0.0.2:8080"})
        CHECK_MESSAGE(asked.status({"GET", "/secret/", host, "", ""}) == 421, host);
    for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS", "TRACE"})
        CHECK(asked.status({method, "/secret/", "localhost:8080", "", ""}) == 405);
    for (const char* origin : {"null", "http://evil.example", "http://localhost:8081",
                               "http://127.0.0.1:8080", "http://localhost:8080.evil.example"})
        CHECK_MESSAGE(asked.status({"GET", "/secret/", "localhost:8080", origin, ""}) == 403,
                      origin);
    CHECK(asked.status({"GET", "/secret/", "localhost:8080", "", "cross-site"}) == 403);
    CHECK(asked.status({"GET", "/secret/", "tunnel.example", "https://tunnel.example", ""}) == 200);
}

TEST_CASE("every answer says what a browser may do with it") {
    const Asked asked;
    for (const char* path : {"/secret/", "/secret/ebook/a.xhtml", "/secret/events", "/nothing"}) {
        const auto answer = asked.site.answer({"GET", path, "localhost:8080", "", ""});
        CHECK(header(answer, "X-Content-Type-Options") == "nosniff");
        CHECK(header(answer, "Cross-Origin-Resource-Policy") == "same-origin");
        CHECK(header(answer, "Referrer-Policy") == "no-referrer");
        CHECK(header(answer, "Cache-Control") == "no-store");
        CHECK(header(answer, "Access-Control-Allow-Origin").empty());
        CHECK(header(answer, "Content-Security-Policy").starts_with("default-src 'none'; "));
    }
    const auto chapter =
        asked.site.answer({"GET", "/secret/ebook/a.xhtml", "localhost:8080", "", ""});
    CHECK(header(chapter, "Content-Security-Policy").find("script-src") == std::string::npos);
}

TEST_CASE("whoever waits is told of what was published, once, and of the end") {
    using std::chrono::milliseconds;
    LiveSite site("secret", {});
    CHECK_FALSE(site.next_event(0, milliseconds(1)));
    std::thread other([&] { site.publish({}, "first"); });
    const auto event = site.next_event(0, milliseconds(10'000));
    other.join();
    REQUIRE(event);
    CHECK(event->number == 1);
    CHECK(event->data == "first");
    CHECK_FALSE(site.next_event(1, milliseconds(1)));
    site.publish({}, "second");
    site.publish({}, "third");
    CHECK(site.next_event(1, milliseconds(1))->data == "third");
    std::thread stopper([&] { site.stop(); });
    CHECK_FALSE(site.next_event(3, milliseconds(10'000)));
    stopper.join();
    CHECK(site.stopped());
}

TEST_CASE("so many streams may be open, and a place is given back") {
    LiveSite site("secret", {});
    int open = 0;
    while (open < 100 && site.open_stream()) ++open;
    CHECK(open == 8);
    site.close_stream();
    CHECK(site.open_stream());
}

TEST_CASE("a token is 128 bits, another one each time") {
    const std::string token = random_token();
    CHECK(token.size() == 32);
    CHECK(token.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(token != random_token());
}
