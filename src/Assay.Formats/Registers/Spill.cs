using System.Runtime.InteropServices;

namespace Assay.Formats.Registers;

/// <summary>A row of numbers that grows on disk and not in memory, to be read again from its beginning.</summary>
internal sealed class Spill<T>(string path) : IDisposable where T : unmanaged
{
    private const int Room = 1 << 13;

    private readonly T[] _waiting = new T[Room];
    private FileStream? _file;
    private int _used;

    /// <summary>How many numbers there are.</summary>
    public long Count { get; private set; }

    public void Add(T number)
    {
        if (_used == Room) Write();
        _waiting[_used++] = number;
        Count++;
    }

    /// <summary>Hands the numbers on in order, at most <paramref name="most"/> at a time.</summary>
    public IEnumerable<ReadOnlyMemory<T>> Read(int most)
    {
        if (_file is not null)
        {
            Write();
            _file.Position = 0;
        }
        var left = Count;
        var numbers = new T[(int)Math.Min(most, Math.Max(1, Count))];
        while (left > 0)
        {
            var many = (int)Math.Min(numbers.Length, left);
            if (_file is null) _waiting.AsSpan(0, many).CopyTo(numbers);
            else _file.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan(0, many)));
            yield return numbers.AsMemory(0, many);
            left -= many;
        }
    }

    public void Dispose()
    {
        _file?.Dispose();
        File.Delete(path);
    }

    private void Write()
    {
        _file ??= new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        _file.Position = _file.Length;
        _file.Write(MemoryMarshal.AsBytes(_waiting.AsSpan(0, _used)));
        _used = 0;
    }
}
