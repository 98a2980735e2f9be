using System.Text.Unicode;

namespace Assay.Formats.Bods;

/// <summary>The bytes of one statement and where they stand. <c>default</c> is no statement.</summary>
/// <param name="Bytes">The statement, from <c>{</c> to <c>}</c>; good until the next one is read.</param>
/// <param name="Number">Its place in the file, from 0.</param>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Column">The byte of that line at which it begins, from 1.</param>
internal readonly record struct StatementFrame(ReadOnlyMemory<byte> Bytes, int Number, int Line, int Column);

/// <summary>
/// Cuts a file into statements: one JSON array of objects, or JSON lines. Only one statement is kept at a time, and only its brackets are looked at,
/// so that neither the length of a line nor the depth of the text costs memory. What is no statement is reported, and the rest is read where its
/// beginning can be known: after a broken element of the array that is closed, and after a broken line of JSON lines.
/// </summary>
internal sealed class StatementFrames(Stream stream, string file, Action<Problem> report)
{
    /// <summary>The longest statement that is kept, in bytes.</summary>
    public const int LongestStatement = 4 * 1024 * 1024;

    /// <summary>The deepest nesting that is read. The standard's own schema needs nine.</summary>
    public const int DeepestNesting = 64;

    private const int ChunkSize = 128 * 1024;
    private readonly byte[] _chunk = new byte[ChunkSize];
    private readonly StatementBytes _statement = new(LongestStatement);
    private int _at, _end, _line = 1, _column = 1, _number;
    private Shape _shape = Shape.Unknown;

    private enum Shape { Unknown, Array, Lines, Ended }

    /// <summary>Why the file could not be read to its end; null: it could.</summary>
    public Problem? End { get; private set; }

    /// <summary>The next statement; false at the end of what can be read.</summary>
    public bool Next(out StatementFrame frame)
    {
        frame = default;
        if (_shape == Shape.Unknown) Begin();
        while (_shape is Shape.Array or Shape.Lines)
            if (_shape == Shape.Array ? NextOfArray(ref frame) : NextOfLines(ref frame)) return true;
        return false;
    }

    private void Begin()
    {
        if (!Fill()) { Stop("bods-empty", "an empty file", "an array of statements, or one statement per line", "check that the file was written to its end"); return; }
        var start = _chunk.AsSpan(0, _end);
        if (start.StartsWith("\uFEFF"u8)) _at = 3;
        else if (start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start[..Math.Min(4, _end)].Contains((byte)0))
        {
            Stop("not-utf8", "text in UTF-16 or UTF-32", "UTF-8, as JSON is exchanged", "save the file as UTF-8");
            return;
        }
        var first = NextMark();
        _shape = first switch { '[' => Shape.Array, '{' => Shape.Lines, _ => Shape.Ended };
        if (first == '[') Take();
        else if (first < 0) Stop("bods-empty", "nothing but space", "an array of statements, or one statement per line", "check that the file was written to its end");
        else if (first != '{') Stop("bods-no-json", $"{Name(first)} at the beginning", "an array of statements, or one statement per line", "check that this is the file that you meant");
    }

    private bool NextOfArray(ref StatementFrame frame)
    {
        var mark = NextMark();
        switch (mark)
        {
            case < 0:
                Stop("bods-cut-off", "the end of the file inside the array", "] after the last statement", "get the whole file");
                return false;
            case ',':
                Take();
                return false;
            case ']':
                Take();
                _shape = Shape.Ended;
                if (NextMark() is >= 0 and var more)
                    Stop("bods-more", $"{Name(more)} after the end of the array", "one array of statements", "put all statements into one array, or one on each line");
                return false;
            case '{':
                return ReadStatement(ref frame);
            default:
                Report("bods-type", $"$[{_number}] is {Name(mark)}", "a statement, which is an object", "take it out");
                _number++;
                SkipElement();
                return false;
        }
    }

    private bool NextOfLines(ref StatementFrame frame)
    {
        var mark = NextMark();
        if (mark < 0) { _shape = Shape.Ended; return false; }
        if (mark == '{') return ReadStatement(ref frame) && LineEnds();
        Report("bods-type", $"{Name(mark)} where a statement begins", "a statement on each line, which is an object", "correct the line");
        _number++;
        SkipLine();
        return false;
    }

    /// <summary>Reads to the bracket that closes the object at hand. Whether its inner brackets match is for the JSON reader to say.</summary>
    private bool ReadStatement(ref StatementFrame frame)
    {
        var (line, column, number, depth, deepest) = (_line, _column, _number, 0L, 0L);
        _number++;
        _statement.Clear();
        while (_at < _end || Fill())
        {
            var next = _chunk[_at];
            if (next == '\n' && _shape == Shape.Lines) { ReportUnfinished(line, column, number); return false; }
            Keep();
            if (next == '"') { if (!KeepText(line, column, number)) return false; }
            else if (next is (byte)'{' or (byte)'[') deepest = Math.Max(deepest, ++depth);
            else if (next is (byte)'}' or (byte)']' && --depth == 0) return Ends(ref frame, line, column, number, deepest);
        }
        Stop(new Problem("bods-cut-off", file, line, column, $"the end of the file inside statement $[{number}]", "}", "get the whole file"));
        return false;
    }

    private bool Ends(ref StatementFrame frame, int line, int column, int number, long deepest)
    {
        if (deepest > DeepestNesting)
            report(new Problem("bods-too-deep", file, line, column, $"statement $[{number}] is nested {deepest} deep", $"at most {DeepestNesting}", "take the statement out; it was passed over"));
        else if (_statement.IsTooLong)
            report(new Problem("bods-too-long", file, line, column, $"statement $[{number}] has more than {LongestStatement} bytes", "a statement of at most 4 MiB", "take the statement out; it was passed over"));
        else if (!Utf8.IsValid(_statement.Bytes.Span))
            report(new Problem("not-utf8", file, line, column, $"statement $[{number}] has bytes that are no UTF-8", "UTF-8", "save the file as UTF-8; the statement was passed over"));
        else
        {
            frame = new StatementFrame(_statement.Bytes, number, line, column);
            return true;
        }
        if (_shape == Shape.Lines) SkipLine();
        return false;
    }

    /// <summary>Keeps the rest of a quoted text with its closing quote. False where the file or, in JSON lines, the line ends before.</summary>
    private bool KeepText(int line, int column, int number)
    {
        while (_at < _end || Fill())
        {
            var rest = _chunk.AsSpan(_at, _end - _at);
            var length = rest.IndexOfAny((byte)'"', (byte)'\\', (byte)'\n');
            if (length != 0)
            {
                if (length < 0) length = rest.Length;
                _statement.Add(rest[..length]);
                _at += length;
                _column = Grown(_column, length);
                continue;
            }
            if (rest[0] == '\n' && _shape == Shape.Lines) { ReportUnfinished(line, column, number); return false; }
            var mark = rest[0];
            Keep();
            if (mark == '"') return true;
            // What follows a backslash is part of the text, a quote too.
            if (mark == '\\' && (_at < _end || Fill()) && _chunk[_at] != '\n') Keep();
        }
        Stop(new Problem("bods-cut-off", file, line, column, $"the end of the file inside a text of statement $[{number}]", "a closing quote", "get the whole file"));
        return false;
    }

    private void ReportUnfinished(int line, int column, int number)
    {
        if (number == 0)
        {
            Stop(new Problem("bods-type", file, line, column, "$ is an object over several lines", "an array of statements, or one statement on each line", "put [ before the first statement, commas between them and ] after the last"));
            return;
        }
        report(new Problem("bods-cut-off", file, line, column, $"the end of the line inside statement $[{number}]", "a whole statement on each line", "write the statement on one line; the next lines were read"));
    }

    private bool LineEnds()
    {
        while (_at < _end || Fill())
        {
            var next = _chunk[_at];
            if (next == '\n') return true;
            if (next is not ((byte)' ' or (byte)'\t' or (byte)'\r'))
            {
                Report("bods-more", $"{Name(next)} after the statement", "one statement on each line", "put it on a line of its own; the rest of the line was passed over");
                SkipLine();
                return true;
            }
            Take();
        }
        return true;
    }

    private void SkipLine()
    {
        while (_at < _end || Fill())
        {
            var length = _chunk.AsSpan(_at, _end - _at).IndexOf((byte)'\n');
            if (length < 0) { _column = Grown(_column, _end - _at); _at = _end; continue; }
            _at += length;
            return;
        }
    }

    /// <summary>Passes over an element that is no object, up to the comma or bracket after it.</summary>
    private void SkipElement()
    {
        var (depth, quoted) = (0L, false);
        while (_at < _end || Fill())
        {
            var next = _chunk[_at];
            if (quoted)
            {
                if (next == '\\') { Take(); if (_at >= _end && !Fill()) return; }
                else if (next == '"') quoted = false;
            }
            else if (next == '"') quoted = true;
            else if (next is (byte)'[' or (byte)'{') depth++;
            else if (next is (byte)']' or (byte)'}' && --depth < 0) return;
            else if (next == ',' && depth == 0) return;
            Take();
        }
    }

    /// <summary>The next byte that is no space, not taken yet; -1 at the end.</summary>
    private int NextMark()
    {
        while (_at < _end || Fill())
        {
            if (_chunk[_at] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')) return _chunk[_at];
            Take();
        }
        return -1;
    }

    private void Keep()
    {
        _statement.Add(_chunk.AsSpan(_at, 1));
        Take();
    }

    private void Take()
    {
        if (_chunk[_at++] == '\n') { _line = Grown(_line, 1); _column = 1; }
        else _column = Grown(_column, 1);
    }

    private bool Fill()
    {
        (_at, _end) = (0, 0);
        while (_end < ChunkSize)
        {
            var read = stream.Read(_chunk, _end, ChunkSize - _end);
            if (read == 0) break;
            _end += read;
        }
        return _end > 0;
    }

    private void Stop(string code, string found, string expected, string mend) => Stop(new Problem(code, file, _line, _column, found, expected, mend));

    private void Stop(Problem problem)
    {
        (_shape, End) = (Shape.Ended, problem);
        report(problem);
    }

    private void Report(string code, string found, string expected, string mend) => report(new Problem(code, file, _line, _column, found, expected, mend));

    /// <summary>Columns of a line of many gigabytes stay at the greatest number there is.</summary>
    private static int Grown(int count, int by) => (int)Math.Min((long)count + by, int.MaxValue);

    private static string Name(int mark) => mark switch
    {
        '[' => "an array", '{' => "an object", '"' => "a text", 't' or 'f' => "a word", 'n' => "null", '-' or (>= '0' and <= '9') => "a number",
        > ' ' and < 127 => $"'{(char)mark}'", _ => $"the byte 0x{mark:X2}",
    };
}
