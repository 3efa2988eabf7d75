#include "serve/file_systems.hpp"

#include <algorithm>
#include <iterator>

namespace triptych {

bool tells_of_changes(long type) {
    // statfs(2), and the header linux/magic.h.
    constexpr long shared[] = {
        0x6969,                          // NFS
        0x517b,                          // SMB
        static_cast<long>(0xff534d42U),  // CIFS
        static_cast<long>(0xfe534d42U),  // SMB 2 and later
        0x01021997,                      // 9P: Windows's disks in WSL
        0x65735546,                      // FUSE, and virtiofs: sshfs, folders of the host
        0x786f4256,                      // shared folders of VirtualBox
        0x5346414f,                      // AFS
        0x00c36400,                      // Ceph
    };
    return std::find(std::begin(shared), std::end(shared), type) == std::end(shared);
}

}  // namespace triptych
