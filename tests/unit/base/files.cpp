#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <sys/stat.h>
#include <unistd.h>

#include <doctest/doctest.h>

#include <triptych/files.hpp>

#include "base/layered_files.hpp"

using namespace triptych;
namespace fs = std::filesystem;

namespace {

/// A folder of its own, gone at the end.
class Scratch {
public:
    Scratch() {
        std::string pattern = (fs::temp_directory_path() / "triptych-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        path_ = pattern;
    }
    ~Scratch() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    const fs::path& path() const { return path_; }

    void write(const std::string& name, const std::string& bytes) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name, std::ios::binary) << bytes;
    }

private:
    fs::path path_;
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("paths are made normal or refused") {
    CHECK(normal_path("a/./b//c/") == "a/b/c");
    CHECK(normal_path("a/../b") == "b");
    CHECK(normal_path("") == "");
    CHECK(normal_path("a/..") == "");
    CHECK_FALSE(normal_path("../a"));
    CHECK_FALSE(normal_path("a/../../b"));
    CHECK_FALSE(normal_path("/etc/passwd"));
    CHECK_FALSE(normal_path(std::string_view("a\0b", 3)));
    CHECK(normal_path("..a/b..") == "..a/b..");
}

TEST_CASE("what can't be read has a reason") {
    const Scratch scratch;
    scratch.write("open/a.md", "a");
    scratch.write("shut/b.md", "b");
    scratch.write("shut.md", "c");
    fs::create_directory(scratch.path() / "folder.md");
    fs::create_symlink("/dev/null", scratch.path() / "outside");
    scratch.write("large.md", "");
    fs::resize_file(scratch.path() / "large.md", largest_file + 1);
    const auto files = folder_files(scratch.path().string());
    CHECK(files->obstacle("absent.md") == Obstacle::absent);
    CHECK(files->obstacle("outside") == Obstacle::absent);
    CHECK(files->obstacle("folder.md") == Obstacle::no_file);
    CHECK(files->obstacle("large.md") == Obstacle::too_large);
    CHECK(files->listing("").closed == Names{});
    if (::geteuid() == 0) return;  // nothing is closed to root
    fs::permissions(scratch.path() / "shut", fs::perms::none);
    fs::permissions(scratch.path() / "shut.md", fs::perms::none);
    const Listing found = files->listing("");
    CHECK(found.closed == Names{"shut"});
    CHECK(found.files == Names{"large.md", "open/a.md", "shut.md"});
    CHECK(files->obstacle("shut/b.md") == Obstacle::no_permission);
    CHECK(files->obstacle("shut.md") == Obstacle::no_permission);
    fs::permissions(scratch.path() / "shut", fs::perms::owner_all);
}

TEST_CASE("memory and disk answer alike") {
    const Scratch scratch;
    scratch.write("b.md", "B");
    scratch.write("a/été.md", "A");
    scratch.write("a-b/c", "");
    const auto disk = folder_files(scratch.path().string());
    const auto memory = memory_files({{"b.md", "B"}, {"a/été.md", "A"}, {"./a-b//c", ""}});
    for (const Files* files : {disk.get(), memory.get()}) {
        CHECK(files->read("a/../b.md") == "B");
        CHECK(files->read("a/été.md") == "A");
        CHECK(files->read("a-b/c") == "");
        CHECK_FALSE(files->read("a"));
        CHECK_FALSE(files->read("none"));
        CHECK_FALSE(files->read("../" + scratch.path().filename().string() + "/b.md"));
        const auto mapping = files->map("a/été.md");
        REQUIRE(mapping);
        CHECK(mapping->bytes == "A");
        CHECK(files->map("a-b/c")->bytes == "");
        CHECK_FALSE(files->map("none"));
        CHECK_FALSE(files->map("a"));
        CHECK(files->is_file("b.md"));
        CHECK_FALSE(files->is_file("a"));
        CHECK_FALSE(files->is_file("b.md/x"));
        CHECK(files->is_folder("a/"));
        CHECK(files->is_folder(""));
        CHECK_FALSE(files->is_folder("b.md"));
        CHECK_FALSE(files->is_folder(".."));
        CHECK(files->list("") == Names{"a-b/c", "a/été.md", "b.md"});
        CHECK(files->list("a") == Names{"a/été.md"});
        CHECK(files->list("none").empty());
        CHECK(files->list("..").empty());
    }
}

TEST_CASE("a mapping outlives the tree it came from") {
    const Scratch scratch;
    scratch.write("a", "bytes");
    const auto mapping = folder_files(scratch.path().string())->map("a");
    fs::remove(scratch.path() / "a");
    REQUIRE(mapping);
    CHECK(mapping->bytes == "bytes");
}

TEST_CASE("links may not leave the root, devices are no files") {
    const Scratch scratch;
    scratch.write("secret", "s");
    scratch.write("root-twin/secret", "s");
    scratch.write("root/in", "in");
    scratch.write("root/folder/deep", "deep");
    const fs::path root = scratch.path() / "root";
    fs::create_symlink("in", root / "good");
    fs::create_symlink("../secret", root / "bad");
    fs::create_symlink(scratch.path() / "root-twin", root / "twin");
    fs::create_symlink(scratch.path(), root / "above");
    fs::create_symlink(root / "folder", root / "alias");
    fs::create_symlink("loop", root / "loop");
    REQUIRE(::mkfifo((root / "pipe").c_str(), 0600) == 0);

    const auto files = folder_files(root.string());
    CHECK(files->read("good") == "in");
    CHECK(files->read("alias/deep") == "deep");
    for (const char* path :
         {"bad", "twin/secret", "above/secret", "above/root/../secret", "loop"}) {
        CAPTURE(path);
        CHECK_FALSE(files->read(path));
        CHECK_FALSE(files->map(path));
        CHECK_FALSE(files->is_file(path));
    }
    CHECK_FALSE(files->is_folder("twin"));
    CHECK_FALSE(files->is_folder("above"));
    CHECK_FALSE(files->read("pipe"));
    CHECK_FALSE(files->is_file("pipe"));
    CHECK(files->list("") == Names{"folder/deep", "good", "in"});
    CHECK(files->list("twin").empty());
}

TEST_CASE("a root that is a link is followed; one that is not there is empty") {
    const Scratch scratch;
    scratch.write("real/a", "A");
    fs::create_symlink("real", scratch.path() / "link");
    CHECK(folder_files((scratch.path() / "link").string())->read("a") == "A");
    for (const char* name : {"none", "real/a"}) {
        const auto files = folder_files((scratch.path() / name).string());
        CHECK_FALSE(files->read("a"));
        CHECK_FALSE(files->read(""));
        CHECK_FALSE(files->is_folder(""));
        CHECK(files->list("").empty());
    }
}

TEST_CASE("files too large to hold are refused") {
    const Scratch scratch;
    scratch.write("large", "");
    fs::resize_file(scratch.path() / "large", largest_file + 1);
    CHECK_FALSE(folder_files(scratch.path().string())->read("large"));
    CHECK(folder_files(scratch.path().string())->is_file("large"));
}

TEST_CASE("the store of a version control system is not listed") {
    const Scratch scratch;
    scratch.write(".git/config", "");
    scratch.write(".gitbook/assets/a.png", "");
    CHECK(folder_files(scratch.path().string())->list("") == Names{".gitbook/assets/a.png"});
}

TEST_CASE("layered trees are one: the earlier layer is seen, each at its own place") {
    const auto house = memory_files({{"layouts/default/a", "1"}, {"fonts/f", "F"}, {"a", "A"}});
    const auto book =
        memory_files({{"layouts/default/a", "2"}, {"layouts/own/b", "B"}, {"z", "Z"}});
    const auto elsewhere = memory_files({{"theme.yaml", "T"}});
    const auto all = layered_files({{elsewhere.get(), {}, "layouts/mine"},
                                    {book.get(), "layouts", "layouts"},
                                    {house.get(), {}, {}}});
    CHECK(all->read("layouts/mine/theme.yaml") == "T");
    CHECK(all->read("layouts/default/a") == "2");
    CHECK(all->read("fonts/f") == "F");
    CHECK_FALSE(all->read("z"));
    CHECK_FALSE(all->read("layouts/mine/../../z"));
    CHECK_FALSE(all->read("../a"));
    CHECK_FALSE(all->read("layouts/minetheme.yaml"));
    CHECK(all->is_folder("layouts/mine"));
    CHECK(all->list("layouts") ==
          Names{"layouts/default/a", "layouts/mine/theme.yaml", "layouts/own/b"});
    CHECK(all->list("layouts/own") == Names{"layouts/own/b"});
    CHECK(all->map("fonts/f")->bytes == "F");
    CHECK(all->obstacle("layouts/mine") == Obstacle::no_file);
    CHECK(all->obstacle("layouts/mine/none.yaml") == Obstacle::absent);
}
