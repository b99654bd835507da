import type { Scenario } from '../scenario/scenario.ts';
import { peopleIn } from '../scenario/scenario.ts';
import type { CapacityCheck, Estimate, LossEstimate, MethodEstimate } from './answer.ts';
import { lossOf } from './losses.ts';
import { nfpa, nfpaCapacity, sourceText } from './methods.ts';
import { planEstimate, survey } from './plan-estimate.ts';
import { targetsOf } from './targets.ts';

/**
 * A first answer without simulation, by the hydraulic methods of the SFPE Handbook, the IMO circular and the Green Guide:
 * people walk their shortest way unhindered and queue at the narrowest place. Within 50 ms of processor time for
 * a plan of 10,000 m² once the host has compiled it; the losses take as long again.
 */
export function estimate(scenario: Scenario): Estimate {
  const ground = survey(scenario);
  const whole = planEstimate(ground, targetsOf(scenario));
  const sfpeTime = whole.methods[0]!.time;
  let losses: readonly LossEstimate[] | undefined;
  return {
    people: scenario.groups.reduce((sum, group) => sum + peopleIn(group), 0),
    stranded: whole.stranded,
    strandedBy: whole.strandedBy,
    methods: whole.methods,
    capacity: capacityChecks(scenario, whole.methods[0]!),
    capacitySource: sourceText(nfpa),
    get losses() {
      losses ??= scenario.exits.map(({ id }) => lossOf(ground, id, sfpeTime));
      return losses;
    },
  };
}

function capacityChecks({ exits }: Scenario, { targets }: MethodEstimate): CapacityCheck[] {
  return exits.map(({ id }) => {
    const target = targets.find((one) => one.kind === 'exit' && one.id === id);
    const capacity = target ? nfpaCapacity(target.width) : 0;
    const people = target?.people ?? 0;
    return { exit: id, people, capacity, isEnough: people <= capacity };
  });
}
