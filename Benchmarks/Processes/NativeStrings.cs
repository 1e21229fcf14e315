using System.Runtime.InteropServices;
using System.Text;

namespace Lexicon.Benchmarks.Processes;

/// <summary>Strings as C has them: pointers to bytes that end in 0, and a null at the end.</summary>
internal sealed unsafe class NativeStrings : IDisposable
{
    private readonly GCHandle _bytes;
    private readonly nint[] _pointers;
    private readonly GCHandle _pinnedPointers;

    public NativeStrings(IReadOnlyList<string> texts)
    {
        _bytes = GCHandle.Alloc(
            Encoding.UTF8.GetBytes(string.Concat(texts.Select(text => text + '\0'))),
            GCHandleType.Pinned);
        _pointers = new nint[texts.Count + 1];
        var at = _bytes.AddrOfPinnedObject();
        for (var i = 0; i < texts.Count; i++)
        {
            _pointers[i] = at;
            at += Encoding.UTF8.GetByteCount(texts[i]) + 1;
        }

        _pinnedPointers = GCHandle.Alloc(_pointers, GCHandleType.Pinned);
    }

    public byte** Pointers => (byte**)_pinnedPointers.AddrOfPinnedObject();

    public void Dispose()
    {
        _pinnedPointers.Free();
        _bytes.Free();
    }
}
