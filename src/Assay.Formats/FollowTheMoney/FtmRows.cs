using Assay.Formats.Imports;

namespace Assay.Formats.FollowTheMoney;

/// <summary>Makes rows of what was put aside.</summary>
internal sealed class FtmRows
{
    private readonly FtmModel _model;
    private readonly FtmIntake _intake;
    private readonly ImportSink _sink;
    private readonly FtmThings _things;
    private readonly FtmLinks _links;
    private readonly FtmPositions _positions;

    public FtmRows(FtmModel model, FtmIntake intake, ImportSink sink)
    {
        (_model, _intake, _sink) = (model, intake, sink);
        var (ends, sources) = (new FtmEnds(intake, intake.Tally), new FtmSources(sink));
        _positions = new FtmPositions(ends, intake.Tally);
        _links = new FtmLinks(sink, intake.Tally, ends, sources, _positions);
        _things = new FtmThings(sink, intake, ends, sources, _links);
    }

    /// <summary>Reads the offices first: whoever holds one names it by its id.</summary>
    public void FindPositions()
    {
        if (_intake.HasPositions) Read(schema => _model.Schemata[schema].Kind == FtmKind.Position, _positions.Add);
    }

    /// <summary>Makes all rows.</summary>
    public void Make()
    {
        _intake.SettleLeis((record, lei) => _intake.Tally.Add("LEIs that another entity of the file has too: the later one keeps it as an identifier alone", record));
        Read(schema => _model.Schemata[schema].Kind != FtmKind.Position, record =>
        {
            if (record.Schema.IsThing) _things.Add(record);
            else _links.Add(record);
        });
        _intake.Tally.Tell(_sink);
    }

    private void Read(Func<int, bool> isWanted, Action<FtmRecord> take)
    {
        var (spooled, texts) = (new FtmSpooled(), new FtmTexts());
        var alone = new FtmRecord(_model, texts);
        var open = new Dictionary<UInt128, FtmRecord>();
        var count = 0;
        _intake.Spool.Rewind();
        while (_intake.Spool.Next(spooled, isWanted))
        {
            if ((++count & 0xFFF) == 0) _sink.Cancellation.ThrowIfCancellationRequested();
            if (!_intake.Index.Take(spooled.Id, spooled.Number, out var left, out var schema)) continue;
            if (open.TryGetValue(spooled.Id, out var record)) record.Merge(spooled);
            else if (left == 0)
            {
                alone.Become(spooled, schema);
                take(alone);
                continue;
            }
            else
            {
                record = open[spooled.Id] = new FtmRecord(_model, texts);
                record.Become(spooled, schema);
            }
            if (left > 0) continue;
            open.Remove(spooled.Id);
            take(record);
        }
    }
}
