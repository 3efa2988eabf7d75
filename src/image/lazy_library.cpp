#include "image/lazy_library.hpp"

#include <dlfcn.h>

namespace triptych::image {

LazyLibrary::LazyLibrary(const char* name) : handle_(::dlopen(name, RTLD_NOW | RTLD_LOCAL)) {}

void* LazyLibrary::address(const char* symbol) const {
    return handle_ ? ::dlsym(handle_, symbol) : nullptr;
}

}  // namespace triptych::image
