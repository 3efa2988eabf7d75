#pragma once

namespace triptych::image {

/// A shared library that is loaded on first use and kept: codecs that few books need cost nothing
/// at start-up. A library that is not installed behaves like one without symbols.
class LazyLibrary {
public:
    /// `name` with its ABI version, for example `libwebp.so.7`.
    explicit LazyLibrary(const char* name);

    /// Finds `symbol` and stores its address; false when it is not there.
    template <typename Function>
    bool find(Function*& function, const char* symbol) const {
        function = reinterpret_cast<Function*>(address(symbol));
        return function != nullptr;
    }

private:
    void* address(const char* symbol) const;
    void* handle_ = nullptr;
};

}  // namespace triptych::image
