#include "base/host.hpp"

#include <doctest/doctest.h>

using namespace triptych;

namespace {

std::string_view host_in(std::string_view address) {
    const auto place = host_place(address);
    return address.substr(place.begin, place.end - place.begin);
}

}  // namespace

TEST_CASE("a host ends before its port, where that is one") {
    CHECK(host_in("https://a.example/b:1") == "a.example");
    CHECK(host_in("https://a.example:8080?q") == "a.example");
    CHECK(host_in("https://a.example:/") == "a.example");
    CHECK(host_in("https://mot:passe@a.example:80") == "a.example");
    CHECK(host_in("http://[2001:db8::1]:80/") == "[2001:db8::1]");
    CHECK(host_in("http://[2001:db8::1]/") == "[2001:db8::1]");
    CHECK(host_in("mailto:a@b.example").empty());
    for (const std::string_view address :
         {"http://a.example:80:80/", "http://a.example:port/", "http://a.example:99999/",
          "http://a.example:-1/", "http://a.example:8x/"}) {
        CAPTURE(address);
        CHECK_FALSE(ascii_host(host_in(address)));
    }
}
