using Amazon.CDK.AWS.Lambda;
using Constructs;
using Lexicon.Functions;
using Lexicon.Infra.Api;
using Lexicon.Infra.Cdk;
using Lexicon.Infra.Data;

namespace Lexicon.Infra.Live;

/// <summary>
/// The WebSocket API: every row of its route table with its function, the authorizer that takes tickets, and what tells of changes.
/// </summary>
internal sealed class LiveStack : ExportingStack
{
    private readonly StackFunctions _functions;

    public LiveStack(Construct scope, StageSettings settings, DataStack data, string package)
        : base(scope, "Live", settings, "Lexicon: WebSocket API and its functions")
    {
        AddStackDependency(data);

        _functions = new StackFunctions(this, settings, data, package, LiveRoutes.Operations);
        var api = new LiveApi(this, "Live", settings);
        api.AuthorizeBy(Function(LiveRoutes.Authorizer, "Takes the ticket of a connection"));
        foreach (var route in LiveRoutes.All)
        {
            api.Serve(route, Function(route.Operation, $"WebSocket {route.Key}", route.Sends ? api : null));
        }

        TellOfChanges(api, data, settings);
        Address = Export("Address", api.Address, "Where the site connects for live updates");
    }

    /// <summary>The address of the WebSocket API, stage included, as another stack imports it.</summary>
    public string Address { get; }

    private void TellOfChanges(LiveApi api, DataStack data, StageSettings settings)
    {
        var unpublished = new DeadLetters(this, "Unpublished", StackName, TableChanges.WaiverOfGivenUp).Queue;
        var props = _functions.Describe(LiveRoutes.Publisher, "Tells the followers of glossaries what has changed");
        var changes = new TableChanges(data.TableStreamArn, props.TableArn);
        var operation = _functions.Add(props with
        {
            Permissions = Permissions.Live[LiveRoutes.Publisher],
            Variables = api.Variables,
            Statements = [.. changes.Read, TableChanges.GiveUp(unpublished), api.Send],
            Waivers = [TableChanges.WaiverOfRead(settings), api.WaiverOfSend],
        });
        changes.ReadBy(operation, operation.Live, unpublished);
    }

    private Alias Function(string name, string description, LiveApi? sendsTo = null)
    {
        var props = _functions.Describe(name, description) with { Permissions = Permissions.Live[name] };
        return _functions.Add(sendsTo is null ? props : props with
        {
            Variables = sendsTo.Variables,
            Statements = [sendsTo.Send],
            Waivers = [sendsTo.WaiverOfSend],
        }).Live;
    }
}
