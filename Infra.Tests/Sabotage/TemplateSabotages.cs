using static Lexicon.Infra.Tests.Sabotage.Change;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>Against what a template says beside its resources, and what is said of its stack.</summary>
internal static class TemplateSabotages
{
    public static IReadOnlyList<Sabotage> All { get; } =
    [
        new("A macro makes another template of it", "prod Data", "", Set("/Transform", "\"AWS::Serverless-2016-10-31\"")),
        new("Any bootstrap is new enough", "prod Data", "", Remove("/Rules")),
        new("Another parameter says how new the bootstrap is", "prod Api", "", Set("/Parameters/BootstrapVersion/Default", "\"/other/version\"")),
        new("A rule is waived for a whole stack", "prod Data", "", Set(
            "/Metadata", """{"cdk_nag":{"rules_to_suppress":[{"id":"AwsSolutions-S1","reason":"Nobody reads access logs here, so none are written."}]}}""")),
        new("The table is there under a condition", "prod Data", "Glossaries/Table/Resource", Set("/Condition", "\"Never\"")),
        new("An output is told under a condition", "prod Site", "", Set("/Outputs/SiteUrl/Condition", "\"Never\"")),
        new("Another choice is made at deployment", "prod Operations", "", Set("/Conditions/Never", """{"Fn::Equals":["a","b"]}""")),
        new("Another mapping is looked up", "full Site", "", Set("/Mappings/Other", """{"a":{"b":"c"}}""")),
        new("A stack is another one by its name", "prod Data", Sabotage.Manifest, Set("/properties/stackName", "\"Lexicon-production-Data\"")),
        new("A stack says nothing of its stage", "prod Operations", Sabotage.Manifest, Remove("/properties/tags/stage")),
        new("A stack is deployed by whoever is there", "prod Data", Sabotage.Manifest, Remove("/properties/assumeRoleArn")),
        new("A stack is deployed with an administrator's power", "prod Data", Sabotage.Manifest, Set(
            "/properties/cloudFormationExecutionRoleArn", "\"arn:aws:iam::111122223333:role/Administrator\"")),
        new("Another account is told of each deployment", "prod Data", Sabotage.Manifest, Add(
            "/properties/notificationArns", "\"arn:aws:sns:us-east-1:111122223333:other\"")),
    ];
}
