#include "serve/file_systems.hpp"

#include <sys/vfs.h>

#include <doctest/doctest.h>

using namespace triptych;

TEST_CASE("what lies on other computers or on Windows's disks changes without a word") {
    for (const long type : {0x6969L, 0x01021997L, 0x65735546L, 0xff534d42L, 0xfe534d42L})
        CHECK_FALSE(tells_of_changes(type));
    // ext, btrfs, xfs, tmpfs, overlayfs
    for (const long type : {0xef53L, 0x9123683eL, 0x58465342L, 0x01021994L, 0x794c7630L})
        CHECK(tells_of_changes(type));
    struct ::statfs facts {};
    REQUIRE(::statfs("/", &facts) == 0);
    CHECK(tells_of_changes(facts.f_type));
}
