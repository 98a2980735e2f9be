using System.Globalization;
using Assay.Formats.Packs;
using Assay.Formats.Registers;

namespace Assay.Formats.Records;

/// <summary>
/// A record that follows its folders: when files of the packs or rules change, it is loaded again. Where what they hold now cannot be used, the last that
/// could be stays, and <see cref="Broken"/> says why. What is built in never changes. Safe to share between threads.
/// </summary>
public sealed class LiveRecord
{
    private readonly Func<IReadOnlyList<string>> _packsNow;
    private readonly string? _rules;
    private readonly TimeProvider _time;
    private readonly Lock _loading = new();
    private State _state;
    private long _looked;

    private sealed record State(LoadedRecord Record, string Seen, BrokenRecordException? Broken);

    /// <summary>Loads the record.</summary>
    /// <param name="packs">Packs, or folders of packs, beside the built-in ones.</param>
    /// <param name="rules">A folder with rule files; null: the built-in rules alone.</param>
    /// <param name="time">Tells when to look at the folders again.</param>
    /// <exception cref="BrokenRecordException">A pack or a rule file is missing or broken.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Reading a file is not allowed.</exception>
    public LiveRecord(IReadOnlyList<string> packs, string? rules, TimeProvider time) : this(Same(packs), rules, time) { }

    /// <summary>Loads a record whose packs may become more or fewer while it is used.</summary>
    /// <param name="packs">Tells the packs, or folders of packs, beside the built-in ones; asked each time that the folders are looked at.</param>
    /// <param name="rules">A folder with rule files; null: the built-in rules alone.</param>
    /// <param name="time">Tells when to look at the folders again.</param>
    /// <exception cref="BrokenRecordException">A pack or a rule file is missing or broken.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Reading a file is not allowed.</exception>
    public LiveRecord(Func<IReadOnlyList<string>> packs, string? rules, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(packs);
        ArgumentNullException.ThrowIfNull(time);
        (_packsNow, _rules, _time) = (packs, rules, time);
        // Looked at before it is read: what changes in between is seen the next time.
        var named = packs();
        var seen = Look(named, []);
        var record = LoadedRecord.Load(named, rules);
        var neighbours = Neighbours(named, record);
        _state = new State(record, neighbours.Length == 0 ? seen : Look(named, neighbours), null);
        _looked = time.GetTimestamp();
    }

    /// <summary>How long what the folders hold may be older than what is answered from.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(1);

    /// <summary>The record as of now, give or take <see cref="Patience"/>. While another thread loads it again, the one before.</summary>
    public LoadedRecord Current
    {
        get
        {
            if (_time.GetElapsedTime(Volatile.Read(ref _looked)) >= Patience && _loading.TryEnter())
            {
                try
                {
                    Follow();
                }
                finally
                {
                    _loading.Exit();
                }
            }
            return Volatile.Read(ref _state).Record;
        }
    }

    /// <summary>Why the record in use is not what the folders hold; null: it is.</summary>
    public BrokenRecordException? Broken => Volatile.Read(ref _state).Broken;

    /// <summary>Looks at the folders at once, as after a row was added to one of them.</summary>
    /// <returns>The record as of now, or the last that could be used.</returns>
    public LoadedRecord Refresh()
    {
        lock (_loading) Follow();
        return Volatile.Read(ref _state).Record;
    }

    private static Func<IReadOnlyList<string>> Same(IReadOnlyList<string> packs)
    {
        ArgumentNullException.ThrowIfNull(packs);
        return () => packs;
    }

    private void Follow()
    {
        var before = _state;
        var named = _packsNow();
        var seen = Look(named, Neighbours(named, before.Record));
        if (seen != before.Seen) Volatile.Write(ref _state, Loaded(named, before, seen));
        Volatile.Write(ref _looked, _time.GetTimestamp());
    }

    private State Loaded(IReadOnlyList<string> named, State before, string seen)
    {
        try
        {
            var record = LoadedRecord.Load(named, _rules);
            // Other packs may lie beneath it now than before.
            var same = Neighbours(named, record).SequenceEqual(Neighbours(named, before.Record));
            return new State(record, same ? seen : Look(named, Neighbours(named, record)), null);
        }
        catch (BrokenRecordException error)
        {
            return new State(before.Record, seen, error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new State(before.Record, seen, new BrokenRecordException(error.Message, error));
        }
    }

    /// <summary>Where packs that a named one builds on may lie: beside it.</summary>
    private static string[] Neighbours(IReadOnlyList<string> named, LoadedRecord record) =>
    [
        .. named.Select(pack => Path.GetDirectoryName(Path.GetFullPath(pack).TrimEnd(Path.DirectorySeparatorChar))).OfType<string>().Distinct()
            .SelectMany(folder => record.Evidence.Packs.Select(pack => Path.Combine(folder, pack.Name))),
    ];

    /// <summary>Name, length and time of every file that the record is made of, as far as they can be seen.</summary>
    private string Look(IReadOnlyList<string> named, string[] neighbours)
    {
        var files = named.Concat(neighbours).Where(Directory.Exists).Select(Path.GetFullPath).Distinct()
            .SelectMany(folder => FilesOf(folder, "*.csv", depth: 1).Concat(FilesOf(folder, PackFiles.DescriptorName, depth: 1)).Concat(FilesOf(folder, RegisterFormat.FileName, depth: 1)))
            .Concat(_rules is not null && Directory.Exists(_rules) ? FilesOf(_rules, "*", depth: int.MaxValue) : []);
        return string.Join('\n', files.Distinct().Order(StringComparer.Ordinal).Select(file => new FileInfo(file))
            .Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.FullName} {(file.Exists ? file.Length : -1)} {file.LastWriteTimeUtc.Ticks}")));
    }

    private static IEnumerable<string> FilesOf(string folder, string pattern, int depth) => Directory.EnumerateFiles(folder, pattern,
        new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = depth, IgnoreInaccessible = true, AttributesToSkip = 0 });
}
