using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Assay.Formats.Scanning;

/// <summary>A text of a block as it stands between its quotes.</summary>
/// <param name="Start">Where it begins in the block; -1 where there is none.</param>
/// <param name="Length">How many bytes it has there.</param>
internal readonly record struct JsonText(int Start, int Length)
{
    /// <summary>No text.</summary>
    public static JsonText None => new(-1, 0);

    /// <summary>Whether there is any.</summary>
    public bool Exists => Start >= 0;

    /// <summary>The text, with what is escaped in it put in its place.</summary>
    /// <returns>Null where half of a pair of code units is escaped, which is no text.</returns>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> block, out bool isText)
    {
        isText = true;
        var raw = block.Slice(Start, Length);
        if (!raw.Contains((byte)'\\')) return raw;
        try
        {
            var reader = new Utf8JsonReader(block.Slice(Start - 1, Length + 2));
            reader.Read();
            var text = new byte[Length];
            return text.AsSpan(0, reader.CopyString(text));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            isText = false;
            return [];
        }
    }
}

/// <summary>
/// One entity of FollowTheMoney's JSON lines: its id and schema, and of an ownership who, what, how much and whether it has ended. The grammar of the whole
/// line is checked, without recursion; of a name that stands twice the last counts. Filled for one line after the other.
/// </summary>
internal sealed class FtmLine
{
    /// <summary>Objects and arrays within each other; the usual limit of readers of JSON.</summary>
    public const int MostDepth = 64;

    // What a name says of the value after it. The first four are properties with several values, and so are roles of arrays as well.
    private const byte Owner = 1;
    private const byte Asset = 2;
    private const byte Percentage = 3;
    private const byte EndDate = 4;
    private const byte Id = 5;
    private const byte Schema = 6;
    private const byte Properties = 7;

    // What an object or array is, besides an array of values: of no interest, an owner or an asset written out in the place of its id, the entity, its properties.
    private const byte Other = 0;
    private const byte Nested = 8;
    private const byte Entity = 16;
    private const byte AllProperties = 17;

    /// <summary>Names that count, by their first letter and length: most others are told by these alone.</summary>
    private static readonly byte[] s_counting = MakeCounting();

    private readonly List<JsonText>[] _values = [[], [], [], [], []];

    /// <summary>The entity's id.</summary>
    public JsonText IdText { get; private set; }

    /// <summary>The name of its schema.</summary>
    public JsonText SchemaText { get; private set; }

    public List<JsonText> Owners => _values[Owner];

    public List<JsonText> Assets => _values[Asset];

    public List<JsonText> Percentages => _values[Percentage];

    public List<JsonText> EndDates => _values[EndDate];

    /// <summary>Reads a line.</summary>
    /// <param name="bytes">The block.</param>
    /// <param name="places">The places of its tokens.</param>
    /// <param name="token">The first token of the line, no end of line; then its end of line.</param>
    /// <returns>The place where the line is no JSON object, or goes too deep; -1 if it is one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Read(ReadOnlySpan<byte> bytes, JsonPlaces places, ref int token)
    {
        unchecked
        {
            Clear();
            // No token is asked for after the end of line, and the last one of every block is one.
            ref var text = ref MemoryMarshal.GetReference(bytes);
            ref var tokens = ref MemoryMarshal.GetReference(places.Tokens);
            Span<byte> roles = stackalloc byte[MostDepth + 1];
            var (i, depth, arrays) = (token, 0, 0UL);
            byte role = Other, field = 0;
            var at = Unsafe.Add(ref tokens, i);
            if (Unsafe.Add(ref text, at) != '{') goto Fault;
            var inside = Entity;

        Object:
            if (depth == MostDepth) goto Fault;
            roles[depth++] = role;
            role = inside;
            arrays <<= 1;
            at = Unsafe.Add(ref tokens, ++i);
            if (Unsafe.Add(ref text, at) == '}') goto Close;

        Name:
            if (Unsafe.Add(ref text, at) != '"') goto Fault;
            var name = at + 1;
            at = Unsafe.Add(ref tokens, ++i);
            if (Unsafe.Add(ref text, at) != ':') goto Fault;
            field = 0;
            if (role != Other)
            {
                var between = Between(ref text, name, at);
                if (MayCount(Unsafe.Add(ref text, name), between.Length) || places.HasNumberedLetters) field = Field(role, between, bytes, places.HasNumberedLetters);
            }

        Value:
            at = Unsafe.Add(ref tokens, ++i);
            switch (Unsafe.Add(ref text, at))
            {
                case (byte)'"':
                    if (field != 0) Take(field, Between(ref text, at + 1, Unsafe.Add(ref tokens, i + 1)));
                    break;
                case (byte)'{':
                    inside = field switch
                    {
                        Properties when role == Entity => AllProperties,
                        Owner or Asset when role < Nested || role == AllProperties => (byte)(Nested + field),
                        _ => Other,
                    };
                    goto Object;
                case (byte)'[':
                    if (depth == MostDepth) goto Fault;
                    roles[depth++] = role;
                    arrays = arrays << 1 | 1;
                    role = role == AllProperties ? field : Other;
                    field = role;
                    if (Unsafe.Add(ref text, Unsafe.Add(ref tokens, i + 1)) != ']') goto Value;
                    i++;
                    goto Close;
                default:
                    if (!JsonWords.Are(bytes[at..Unsafe.Add(ref tokens, i + 1)])) goto Fault;
                    break;
            }

        After:
            at = Unsafe.Add(ref tokens, ++i);
            if (Unsafe.Add(ref text, at) == ',')
            {
                if ((arrays & 1) != 0) goto Value;
                at = Unsafe.Add(ref tokens, ++i);
                goto Name;
            }
            if (Unsafe.Add(ref text, at) != ((arrays & 1) != 0 ? ']' : '}')) goto Fault;

        Close:
            arrays >>= 1;
            role = roles[--depth];
            field = role < Nested ? role : (byte)0;
            if (depth > 0) goto After;

            at = Unsafe.Add(ref tokens, ++i);
            if (Unsafe.Add(ref text, at) != '\n') goto Fault;
            token = i;
            return -1;

        Fault:
            while (Unsafe.Add(ref text, Unsafe.Add(ref tokens, i)) != '\n') i++;
            token = i;
            return at;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool MayCount(byte first, int length) => s_counting[(first & 31) | ((length & 15) << 5)] != 0;

    private static byte[] MakeCounting()
    {
        var counting = new byte[512];
        foreach (var name in new[] { "id", "schema", "properties", "owner", "asset", "percentage", "endDate" }) counting[(name[0] & 31) | ((name.Length & 15) << 5)] = 1;
        return counting;
    }

    private void Clear()
    {
        for (var field = Owner; field <= EndDate; field++) _values[field].Clear();
        IdText = SchemaText = JsonText.None;
    }

    private void Take(byte field, JsonText value)
    {
        if (field == Id) IdText = value;
        else if (field == Schema) SchemaText = value;
        else if (field <= EndDate) _values[field].Add(value);
    }

    /// <summary>What a name says of the value after it; forgets what was read under the same name before.</summary>
    private byte Field(byte role, JsonText name, ReadOnlySpan<byte> block, bool hasNumberedLetters)
    {
        var raw = block.Slice(name.Start, name.Length);
        if (hasNumberedLetters && raw.Contains((byte)'\\')) raw = name.Of(block, out _);
        byte field = 0;
        switch (raw.Length)
        {
            case 2 when raw.SequenceEqual("id"u8):
                // Of an owner or asset that is written out the id stands for the whole.
                if (role is > Nested and < Entity) return (byte)(role - Nested);
                field = Id;
                break;
            case 5 when raw.SequenceEqual("owner"u8):
                field = Owner;
                break;
            case 5 when raw.SequenceEqual("asset"u8):
                field = Asset;
                break;
            case 6 when raw.SequenceEqual("schema"u8):
                field = Schema;
                break;
            case 7 when raw.SequenceEqual("endDate"u8):
                field = EndDate;
                break;
            case 10 when raw.SequenceEqual("properties"u8):
                field = Properties;
                break;
            case 10 when raw.SequenceEqual("percentage"u8):
                field = Percentage;
                break;
        }
        if (field == 0 || field <= EndDate != (role == AllProperties) || (role != Entity && role != AllProperties)) return 0;
        if (field == Id) IdText = JsonText.None;
        else if (field == Schema) SchemaText = JsonText.None;
        else if (field <= EndDate) _values[field].Clear();
        else for (var each = Owner; each <= EndDate; each++) _values[each].Clear();
        return field;
    }

    /// <summary>The text that begins there and whose quote is the last before the next token.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static JsonText Between(ref byte text, int start, int next)
    {
        unchecked
        {
            var end = next - 1;
            while (Unsafe.Add(ref text, end) != '"') end--;
            // A string that its line cuts off has no other quote than its first.
            return new JsonText(start, Math.Max(0, end - start));
        }
    }
}
