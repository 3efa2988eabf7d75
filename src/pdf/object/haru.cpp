#include "pdf/object/haru.hpp"

#include <hpdf.h>

#include <cstdlib>
#include <limits>
#include <new>

#include "base/check.hpp"

static_assert(HPDF_MAJOR_VERSION == 2 && (HPDF_MINOR_VERSION == 3 || HPDF_MINOR_VERSION == 4),
              "written for the object store of libharu 2.3 and 2.4");

namespace triptych::pdf::object {

namespace {

void* HPDF_STDCALL allocate(HPDF_UINT size) { return std::malloc(size); }
void HPDF_STDCALL release(void* memory) { std::free(memory); }

HPDF_STATUS write_bytes(HPDF_Stream stream, const std::string& bytes) {
    if (bytes.size() > std::numeric_limits<HPDF_UINT>::max()) return HPDF_FILE_IO_ERROR;
    return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                             static_cast<HPDF_UINT>(bytes.size()));
}

constexpr HPDF_UINT stream_buffer = 65536;

/// Called by libharu within the angle brackets of a dictionary.
HPDF_STATUS write_entries(HPDF_Dict dictionary, HPDF_Stream stream) {
    return write_bytes(stream, *static_cast<const std::string*>(dictionary->attr));
}

/// The sink: libharu's writer of files reports success on a full disk.
HPDF_STATUS append(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
    static_cast<std::string*>(stream->attr)->append(reinterpret_cast<const char*>(bytes), size);
    return HPDF_OK;
}

}  // namespace

struct Haru::State {
    HPDF_Error_Rec error{};
    HPDF_MMgr memory = nullptr;
    HPDF_Xref table = nullptr;
    std::size_t count = 0;

    bool failed() const { return error.error_no != HPDF_OK; }
    HPDF_Dict dictionary(const std::string& entries) const;
    bool add_data(HPDF_Dict dictionary, const std::string& data) const;
    bool place(std::size_t number, const Body& body) const;
};

HPDF_Dict Haru::State::dictionary(const std::string& entries) const {
    HPDF_Dict out = HPDF_Dict_New(memory);
    if (out == nullptr) return nullptr;
    out->write_fn = write_entries;
    out->attr = const_cast<std::string*>(&entries);
    return out;
}

/// libharu asks for an indirect `Length`, which it fills in as it writes.
bool Haru::State::add_data(HPDF_Dict dictionary, const std::string& data) const {
    HPDF_Number length = HPDF_Number_New(memory, 0);
    if (length == nullptr || HPDF_Xref_Add(table, length) != HPDF_OK) return false;
    if (HPDF_Dict_Add(dictionary, "Length", length) != HPDF_OK) return false;
    dictionary->stream = HPDF_MemStream_New(memory, stream_buffer);
    return dictionary->stream != nullptr && write_bytes(dictionary->stream, data) == HPDF_OK;
}

/// Puts a body in the place that its number was reserved with.
bool Haru::State::place(std::size_t number, const Body& body) const {
    HPDF_XrefEntry entry = HPDF_Xref_GetEntry(table, static_cast<HPDF_UINT>(number));
    HPDF_Dict object = dictionary(body.entries);
    if (entry == nullptr || object == nullptr) return false;
    object->header.obj_id = static_cast<HPDF_Null>(entry->obj)->header.obj_id;
    HPDF_Obj_ForceFree(memory, entry->obj);
    entry->obj = object;
    return !body.data || add_data(object, *body.data);
}

Haru::Haru() : state_(std::make_unique<State>()) {
    HPDF_Error_Init(&state_->error, nullptr);
    state_->memory = HPDF_MMgr_New(&state_->error, 0, allocate, release);
    if (state_->memory == nullptr) throw std::bad_alloc();
    state_->table = HPDF_Xref_New(state_->memory, 0);
    if (state_->table == nullptr) {
        HPDF_MMgr_Free(state_->memory);
        throw std::bad_alloc();
    }
}

Haru::~Haru() {
    HPDF_Xref_Free(state_->table);
    HPDF_MMgr_Free(state_->memory);
}

Ref Haru::reserve() {
    if (state_->failed()) return Ref::none;
    HPDF_Null object = HPDF_Null_New(state_->memory);
    if (object == nullptr || HPDF_Xref_Add(state_->table, object) != HPDF_OK) return Ref::none;
    return static_cast<Ref>(++state_->count);
}

std::size_t Haru::count() const { return state_->count; }

std::optional<std::string> Haru::write(std::vector<Body> bodies, const std::string& trailer,
                                       Version version) {
    TRIPTYCH_CHECK(bodies.size() == state_->count, "a body for every number");
    for (std::size_t i = 0; i < bodies.size(); ++i)
        if (!state_->place(i + 1, bodies[i])) return std::nullopt;
    state_->table->trailer->write_fn = write_entries;
    state_->table->trailer->attr = const_cast<std::string*>(&trailer);

    std::string out = file_head(version);
    HPDF_Stream sink = HPDF_CallbackWriter_New(state_->memory, append, &out);
    if (sink == nullptr) return std::nullopt;
    sink->size = static_cast<HPDF_UINT>(out.size());
    const HPDF_STATUS status = HPDF_Xref_WriteToStream(state_->table, sink, nullptr);
    HPDF_Stream_Free(sink);
    if (status != HPDF_OK || state_->failed()) return std::nullopt;
    return out;
}

}  // namespace triptych::pdf::object
