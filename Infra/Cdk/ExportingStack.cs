using Amazon.CDK;
using Constructs;

namespace Lexicon.Infra.Cdk;

/// <summary>
/// A stack of a stage, which hands values on by name. CDK would export whatever another stack happens to touch, under a name made of
/// logical ids, which then can no longer change; here the list is short, written down and pinned by a test.
/// </summary>
internal abstract class ExportingStack(Construct scope, string id, StageSettings settings, string description)
    : Stack(scope, id, new StackProps
    {
        StackName = $"{settings.StageName}-{id}",
        Description = description,

        // The account is whichever deploys: naming it here would tie the templates to it.
        Env = new Amazon.CDK.Environment { Region = settings.Region },
    })
{
    /// <summary>Exports a value as an output of this stack; answers what another stack imports it by.</summary>
    protected string Export(string name, string value, string description)
    {
        var exportName = $"{StackName}-{name}";
        _ = new CfnOutput(this, name, new CfnOutputProps { Value = value, ExportName = exportName, Description = description });
        return Fn.ImportValue(exportName);
    }

    /// <summary>Tells a person a value that no other stack needs.</summary>
    protected void Output(string name, string value, string description) =>
        _ = new CfnOutput(this, name, new CfnOutputProps { Value = value, Description = description });
}
