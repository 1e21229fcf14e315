using Lexicon.Local.Aws;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudWatchLogs.Api;
using Lexicon.Local.CloudWatchLogs.Resources;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.CloudWatchLogs;

/// <summary>CloudWatch Logs: groups, streams and events as files below the data folder, one line of JSON per event.</summary>
internal sealed class LogsService : IService, IAwsService, ILogs
{
    private readonly LogGroups _groups;
    private readonly LogWriter _writer;
    private readonly LogsApi _api;

    /// <summary>Wires the service; opens no file.</summary>
    public LogsService(Settings settings, IIdentities identities, TimeProvider time, LogsService? before = null)
    {
        _groups = before?._groups ?? new LogGroups(Path.Combine(settings.Data, "logs"), time);
        _writer = before?._writer ?? new LogWriter(_groups, time);
        _api = new LogsApi(_groups, identities);
        ResourceTypes = [new LogGroupType(_groups)];
    }

    public string Name => "CloudWatch Logs";

    public string SigningName => "logs";

    public IEnumerable<string> Operations => _api.Operations;

    public IEnumerable<IResourceType> ResourceTypes { get; }

    public Task StartAsync(CancellationToken cancellation)
    {
        _groups.RemoveExpired();
        return Task.CompletedTask;
    }

    public Task HandleAsync(HttpContext context, Caller caller) => _api.HandleAsync(context, caller);

    public void Write(string group, string stream, string message) => _writer.Write(group, stream, message);

    public string FileOf(string group, string stream) => _groups.Group(group).FileOf(stream);

    public IReadOnlyList<LogEvent> Tail(string group, int count) => _groups.Group(group).Tail(count);

    public ValueTask DisposeAsync() => _writer.DisposeAsync();
}
