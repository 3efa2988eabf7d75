#include "base/zip.hpp"

#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace triptych;

namespace {

unsigned u16(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]) |
           static_cast<unsigned>(static_cast<unsigned char>(bytes[at + 1])) << 8;
}

unsigned u32(std::string_view bytes, std::size_t at) {
    return u16(bytes, at) | u16(bytes, at + 2) << 16;
}

std::vector<ZipEntry> sample() {
    return {{"mimetype", "application/epub+zip", ZipMethod::stored},
            {"EPUB/été.xhtml", std::string(10000, 'x'), ZipMethod::deflated},
            {"empty", "", ZipMethod::deflated}};
}

}  // namespace

TEST_CASE("local headers are plain, dated 1980-01-01 and without extra fields or descriptors") {
    const auto archive = zip(sample());
    REQUIRE(archive);
    std::size_t at = 0;
    for (const char* name : {"mimetype", "EPUB/été.xhtml", "empty"}) {
        CAPTURE(name);
        REQUIRE(u32(*archive, at) == 0x04034B50);
        CHECK((u16(*archive, at + 6) & 8U) == 0);  // no data descriptor
        CHECK(u16(*archive, at + 10) == 0);        // 00:00:00
        CHECK(u16(*archive, at + 12) == 0x0021);   // 1980-01-01
        CHECK(u16(*archive, at + 28) == 0);        // no extra field
        CHECK(archive->substr(at + 30, u16(*archive, at + 26)) == name);
        at += 30 + u16(*archive, at + 26) + u32(*archive, at + 18);
    }
    CHECK(u32(*archive, at) == 0x02014B50);
    CHECK(archive->substr(38, 20) == "application/epub+zip");
    CHECK(u16(*archive, 8) == 0);
}

TEST_CASE("an archive is the same in every time zone") {
    const auto here = zip(sample());
    const char* zone = std::getenv("TZ");
    const std::string before = zone ? zone : "";
    ::setenv("TZ", "Pacific/Kiritimati", 1);
    ::tzset();
    const auto there = zip(sample());
    if (zone)
        ::setenv("TZ", before.c_str(), 1);
    else
        ::unsetenv("TZ");
    ::tzset();
    CHECK(here == there);
}

TEST_CASE("what is packed comes back") {
    const auto archive = zip(sample());
    REQUIRE(archive);
    const auto entries = unzip(*archive, 1 << 20);
    REQUIRE(entries);
    REQUIRE(entries->size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK((*entries)[i].name == sample()[i].name);
        CHECK((*entries)[i].bytes == sample()[i].bytes);
    }
    CHECK((*entries)[0].method == ZipMethod::stored);
    CHECK((*entries)[1].method == ZipMethod::deflated);
    CHECK(archive->size() < 1000);
}

TEST_CASE("damage and bombs are refused") {
    auto archive = *zip(sample());
    CHECK_FALSE(unzip(archive, 9999));
    CHECK_FALSE(unzip("", 100));
    CHECK_FALSE(unzip("PK nonsense", 100));
    CHECK_FALSE(unzip(std::string_view(archive).substr(0, archive.size() / 2), 1 << 20));
    archive[40] ^= 1;
    CHECK_FALSE(unzip(archive, 1 << 20));
}

TEST_CASE("ways to pack that e-books and presentations have not are refused") {
    // The method of the only entry: in its local header, and in the directory.
    auto archive = *zip({{"a", "1", ZipMethod::stored}});
    CHECK(unzip(archive, 100));
    archive[8] = 12;  // bzip2
    archive[archive.find("PK\x01\x02") + 10] = 12;
    CHECK_FALSE(unzip(archive, 100));
}

TEST_CASE("an archive is the same on any number of threads") {
    std::vector<ZipEntry> many;
    many.reserve(100);
    for (int i = 0; i < 100; ++i)
        many.push_back({std::to_string(i), std::string(static_cast<std::size_t>(i) * 50, 'a')});
    Threads threads(4);
    CHECK(zip(many) == zip(many, threads));
}

TEST_CASE("two entries of one name and no entries at all are refused") {
    CHECK_FALSE(zip({{"a", "1"}, {"a", "2"}}));
    CHECK_FALSE(zip({}));
}

TEST_CASE("more entries than 16 bits can count come back") {
    for (const std::size_t count : {65'534, 65'535, 70'000}) {
        std::vector<ZipEntry> entries;
        for (std::size_t i = 0; i < count; ++i)
            entries.push_back({std::to_string(i), std::to_string(i), ZipMethod::stored});
        const auto archive = zip(std::move(entries));
        REQUIRE(archive.has_value());
        CHECK((archive->find("PK\x06\x06") != std::string::npos) == (count >= 65'535));
        const auto again = unzip(*archive, 10'000'000);
        REQUIRE(again.has_value());
        CHECK(again->size() == count);
        CHECK(again->back().bytes == std::to_string(count - 1));
    }
}
