#include "image/rendition.hpp"

#include <doctest/doctest.h>

#include <map>
#include <string>

#include "image/digest.hpp"
#include "image/rendition_cache.hpp"
#include "samples.hpp"

using namespace triptych;
using namespace triptych::image;
using samples::gradient;

namespace {

constexpr Fit small{40, 40, AlphaPlace::inside}, small_apart{40, 40, AlphaPlace::apart};

/// A cache whose entries can be looked at and spoiled.
class MemoryCache final : public Cache {
public:
    std::optional<std::string> load(std::string_view key) override {
        const auto found = entries.find(key);
        return found == entries.end() ? std::nullopt : std::optional(found->second);
    }
    void save(std::string_view key, std::string_view bytes) override {
        ++saves;
        entries[std::string(key)] = bytes;
    }
    std::map<std::string, std::string, std::less<>> entries;
    int saves = 0;
};

Rendition only(std::string_view bytes, const Fit& fit) {
    auto all = render(bytes, {fit});
    REQUIRE(all.front());
    return *all.front();
}

bool same(const std::optional<Rendition>& a, const std::optional<Rendition>& b) {
    return a.has_value() == b.has_value() &&
           (!a || (a->format == b->format && a->file == b->file && a->mask == b->mask));
}

/// The rendition of `picture` that a store with this cache gives.
std::optional<Rendition> from_store(const std::string& picture, Cache* cache, const Fit& fit) {
    const auto files = memory_files({{"a", picture}});
    const Store store(*files, {"a"}, cache, TRIPTYCH_MODULES_FOLDER "/triptych-decoder");
    return store.rendition({MediaId{0}, fit});
}

}  // namespace

TEST_CASE("renditions keep to the format that suits the source") {
    const auto jpeg = only(encode_jpeg(gradient(80, 60, false), 90), small);
    CHECK(jpeg.format == Format::jpeg);
    CHECK(probe(jpeg.file)->width == 40);
    CHECK(probe(jpeg.file)->height == 30);
    const auto opaque = only(encode_png(gradient(80, 60, false)), small_apart);
    CHECK(opaque.format == Format::png);
    CHECK(opaque.mask.empty());
    const std::string clear = encode_png(gradient(80, 60, true));
    CHECK(probe(only(clear, small).file)->alpha);
    CHECK(only(clear, small).mask.empty());
    const auto apart = only(clear, small_apart);
    CHECK_FALSE(probe(apart.file)->alpha);
    CHECK(probe(apart.mask)->channels == 1);
    CHECK(decode(apart.mask)->pixels == decode(only(clear, small).file)->alpha);
}

TEST_CASE("a rendition does not depend on the others asked for with it") {
    const std::vector<Fit> fits = {
        small, {3000, 3000, AlphaPlace::inside}, {1500, 200, AlphaPlace::apart}, small_apart};
    for (const auto& picture :
         {encode_jpeg(gradient(3200, 120, false), 90), encode_png(gradient(300, 200, true)),
          encode_png(gradient(300, 200, false))}) {
        const auto together = render(picture, fits);
        for (std::size_t i = 0; i < fits.size(); ++i)
            CHECK(same(together[i], only(picture, fits[i])));
    }
}

TEST_CASE("what is no picture has no renditions") {
    CHECK_FALSE(render("no picture at all, but long enough", {small}).front());
    const auto png = encode_png(gradient(80, 60, false));
    CHECK_FALSE(render(png.substr(0, png.size() / 2), {small}).front());
}

TEST_CASE("a store gives prepared renditions as often as they are wished for, and makes others") {
    const std::string picture = encode_jpeg(gradient(80, 60, false), 90);
    const auto files = memory_files({{"a", picture}, {"b", "broken"}, {"copy", picture}});
    const Store store(*files, {"a", "b", "copy"});
    const Wish of_a{MediaId{0}, small}, of_b{MediaId{1}, small}, of_copy{MediaId{2}, small};
    Threads threads(2);
    store.prepare({of_a, of_b, of_copy}, threads);
    const Rendition expected = only(picture, small);
    for (int i = 0; i < 4; ++i) CHECK(same(store.rendition(of_copy), expected));
    CHECK(same(store.rendition({MediaId{0}, small_apart}), only(picture, small_apart)));
    CHECK_FALSE(store.rendition(of_b));
}

TEST_CASE("SHA-256 of the empty text and of abc (FIPS 180-4)") {
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("renditions are the same with and without a cache, and made once with it") {
    const std::string picture = encode_png(gradient(80, 60, true));
    MemoryCache cache;
    for (int i = 0; i < 3; ++i) {
        CHECK(same(from_store(picture, &cache, small), only(picture, small)));
        CHECK(same(from_store(picture, &cache, small_apart), only(picture, small_apart)));
    }
    CHECK(cache.saves == 2);
    CHECK(same(from_store(encode_png(gradient(80, 61, true)), &cache, small),
               only(encode_png(gradient(80, 61, true)), small)));
    CHECK(cache.saves == 3);
}

TEST_CASE("a damaged entry of the cache is ignored and written anew") {
    const std::string picture = encode_png(gradient(20, 16, true));
    MemoryCache cache;
    from_store(picture, &cache, small_apart);
    REQUIRE(cache.entries.size() == 1);
    const std::string whole = cache.entries.begin()->second;
    const Rendition expected = only(picture, small_apart);
    const auto heals = [&](const std::string& damaged) {
        cache.entries.begin()->second = damaged;
        return same(from_store(picture, &cache, small_apart), expected) &&
               cache.entries.begin()->second == whole;
    };
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::string flipped = whole;
        flipped[i] = static_cast<char>(flipped[i] ^ 1);
        REQUIRE(heals(flipped));
    }
    for (std::size_t size = 0; size < whole.size(); size += 7)
        REQUIRE(heals(whole.substr(0, size)));
    CHECK(heals(whole + "x"));
}

TEST_CASE("an entry that is whole but belongs elsewhere is not believed") {
    const std::string picture = encode_png(gradient(80, 60, false));
    const std::string other = encode_png(gradient(80, 20, false));
    MemoryCache cache, of_other;
    from_store(picture, &cache, small);
    from_store(other, &of_other, small);
    const std::string key = cache.entries.begin()->first;
    const std::string foreign_key = of_other.entries.begin()->first;
    std::string forged = of_other.entries.begin()->second;
    cache.entries[key] = forged;
    CHECK(same(from_store(picture, &cache, small), only(picture, small)));
    forged.replace(forged.find(foreign_key), foreign_key.size(), key);  // right name, wrong size
    cache.entries[key] = forged;
    CHECK(same(from_store(picture, &cache, small), only(picture, small)));
}

TEST_CASE("a drawing is drawn once with a cache, and another one never taken for it") {
    constexpr std::string_view red =
        R"(<svg xmlns="http://www.w3.org/2000/svg" width="9" height="7"><path fill="red" d="M0 0h9v9"/></svg>)";
    std::string blue(red);
    blue.replace(blue.find("red"), 3, "blue");
    MemoryCache cache;
    const auto first = from_store(std::string(red), &cache, small);
    REQUIRE(first);
    CHECK(cache.saves == 1);
    CHECK(same(from_store(std::string(red), &cache, small), *first));
    CHECK(cache.saves == 1);
    const auto other = from_store(blue, &cache, small);
    REQUIRE(other);
    CHECK_FALSE(same(other, *first));
    CHECK(cache.saves == 2);

    std::string& kept = cache.entries.begin()->second;
    const std::string whole = kept;
    kept.back() = static_cast<char>(kept.back() ^ 1);
    from_store(std::string(red), &cache, small);
    from_store(blue, &cache, small);
    CHECK(kept == whole);
}
