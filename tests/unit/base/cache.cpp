#include <triptych/cache.hpp>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <doctest/doctest.h>

using namespace triptych;
namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t plenty = 1 << 20;

class CacheFolder {
public:
    CacheFolder() {
        std::string pattern = (fs::temp_directory_path() / "triptych-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        path_ = pattern;
    }
    ~CacheFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    CacheFolder(const CacheFolder&) = delete;
    CacheFolder& operator=(const CacheFolder&) = delete;
    std::string path() const { return (path_ / "cache").string(); }

private:
    fs::path path_;
};

std::string key(int number) { return "ab" + std::to_string(number); }

/// Makes an entry look as if it had not been used for `hours`.
void age(const fs::path& entry, int hours) {
    fs::last_write_time(entry, fs::file_time_type::clock::now() - std::chrono::hours(hours));
}

std::size_t file_count(const fs::path& folder) {
    return static_cast<std::size_t>(
        std::count_if(fs::recursive_directory_iterator(folder), {},
                      [](const fs::directory_entry& entry) { return entry.is_regular_file(); }));
}

}  // namespace

TEST_CASE("a cache gives back what it was given, to later users too") {
    const CacheFolder folder;
    CHECK_FALSE(folder_cache(folder.path(), plenty)->load("ab1"));
    folder_cache(folder.path(), plenty)->save("ab1", std::string("by\0tes", 6));
    CHECK(folder_cache(folder.path(), plenty)->load("ab1") == std::string("by\0tes", 6));
    CHECK_FALSE(folder_cache(folder.path(), plenty)->load("ab2"));
    CHECK(fs::exists(fs::path(folder.path()) / "CACHEDIR.TAG"));
}

TEST_CASE("a cache that is deleted while in use is filled again") {
    const CacheFolder folder;
    const auto cache = folder_cache(folder.path(), plenty);
    cache->save("ab1", "x");
    fs::remove_all(folder.path());
    CHECK_FALSE(cache->load("ab1"));
    cache->save("ab1", "y");
    CHECK(cache->load("ab1") == "y");
}

TEST_CASE("keys never lead out of the folder of a cache") {
    const CacheFolder folder;
    const auto cache = folder_cache(folder.path(), plenty);
    for (const char* bad : {"", "ab", "../../x", "ab/../../x", "abC", "ab.c"}) {
        cache->save(bad, "x");
        CHECK_FALSE(cache->load(bad));
    }
    CHECK_FALSE(fs::exists(folder.path()));
}

TEST_CASE("a cache drops what was not used for longest, and nothing that is not its own") {
    const CacheFolder folder;
    const std::string hundred(100, 'x');
    {
        const auto cache = folder_cache(folder.path(), plenty);
        for (int i = 0; i < 5; ++i) cache->save(key(i), hundred);
    }
    const fs::path entries = fs::path(folder.path()) / "ab";
    for (int i = 0; i < 5; ++i) age(entries / (std::to_string(i) + ".entry"), 10 - i);
    std::ofstream(entries / "letter.txt") << hundred;
    age(entries / "letter.txt", 100);
    std::ofstream(entries / "9.entry.1-1.part") << hundred;
    age(entries / "9.entry.1-1.part", 50);
    {
        const auto cache = folder_cache(folder.path(), 350);
        CHECK(cache->load(key(0)));  // used again
        cache->save(key(5), hundred);
    }
    const auto cache = folder_cache(folder.path(), plenty);
    CHECK(cache->load(key(0)));
    CHECK(cache->load(key(4)));
    CHECK(cache->load(key(5)));
    for (int i = 1; i < 4; ++i) CHECK_FALSE(cache->load(key(i)));
    CHECK(fs::exists(entries / "letter.txt"));
    CHECK_FALSE(fs::exists(entries / "9.entry.1-1.part"));
}

TEST_CASE("a cache takes no entry larger than itself") {
    const CacheFolder folder;
    const auto cache = folder_cache(folder.path(), 10);
    cache->save("ab1", "more than ten");
    CHECK_FALSE(cache->load("ab1"));
}

TEST_CASE("links in a cache are not followed") {
    const CacheFolder folder;
    const auto cache = folder_cache(folder.path(), plenty);
    cache->save("ab1", "x");
    const fs::path entries = fs::path(folder.path()) / "ab";
    fs::create_symlink("/etc/passwd", entries / "2.entry");
    CHECK_FALSE(cache->load("ab2"));
    cache->save("ab2", "own");
    CHECK(cache->load("ab2") == "own");
    CHECK_FALSE(fs::is_symlink(entries / "2.entry"));
    CHECK(file_count(folder.path()) == 3);  // two entries and the tag
}

TEST_CASE("a cache where none can be is an empty one") {
    const CacheFolder folder;
    std::ofstream(folder.path()) << "a file";
    const auto cache = folder_cache(folder.path(), plenty);
    cache->save("ab1", "x");
    CHECK_FALSE(cache->load("ab1"));
}
