using Lexicon.Local;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.CloudWatchLogs.Reading;
using Lexicon.Local.Hosting;
using Lexicon.Local.Iam.Usage;
using Lexicon.Local.Watching;

return await CommandLine.RunAsync(args, async (settings, stop) =>
{
    var assembly = CloudAssembly.Load(settings.Assembly);
    if (settings.Explain)
    {
        using var nowhere = new ThrowawayFolder();
        await using var sketch = new Cloud(
            settings with { Data = nowhere.Path }, assembly, Endpoints.From(settings.Port), new NoProcesses());
        return Explanation.Print(assembly, sketch, settings.ExplainAll);
    }

    UserNamespace.Enter(settings);
    using var data = DataFolder.Hold(settings.Data);
    await using var listeners = Listeners.Bind(settings.Port);
    EndpointsFile.Remove(settings.EndpointsFile);
    await using var processes = new ChildProcesses(settings);
    await using var running = await RunningCloud.StartAsync(settings, assembly, listeners.Endpoints, processes, stop);
    var pages = new PageReload(running.Site, stop);
    await using var serving = await listeners.ServeAsync(
        settings.Watch ? pages : running.Site, running.Api, running.Aws, running.Console);
    await using var working = running.Work();
    await FirstStart.RunAsync(settings, listeners.Endpoints, processes, stop);

    using var endpoints = EndpointsFile.Write(settings.EndpointsFile, listeners.Endpoints, running.Graph);
    ReadyMessage.Print(listeners.Endpoints, running.Graph, running.ReadyRows);
    await (settings.Watch ? new AssemblyWatch(settings, running, pages).FollowAsync(stop) : stop.WhenCancelledAsync());
    Progress.Say("Stopping");
    return 0;
}, LogsCommand.Create(), PermissionsCommand.Create(), BackupCommands.Create(), BackupCommands.Restore());
