import { demoAreas } from './geography';
import { accountPersons, demoAccounts, demoTies, staffMemberships } from './people-accounts';
import { demoRoutes } from './people-routes';
import type { DemoPeople } from './people-shape';
import { demoFigures, demoPartyOrgCells, demoPartyOrgs, demoSettings, demoUnits } from './people-units';
import { demoElders, demoVolunteers, homeKeeper, knownVolunteerHomes } from './people-volunteers';

/**
 * The people of 坡里, all invented: the same in every call.
 * @param taxonomy the items with their handler column, for the default table item × cell
 */
export function demoPeople(taxonomy: readonly { code: string; handler: string }[]): DemoPeople {
  const households = demoAreas().flatMap((area) => (area.kind === 'household' ? [area.code] : []));
  const taken = [...accountPersons.flatMap((person) => person.householdCode ?? []), ...knownVolunteerHomes];
  const homes = homeKeeper(households, taken);
  const volunteers = demoVolunteers(homes);
  const elders = demoElders(homes);
  const wangguilan = accountPersons.find((person) => person.key === 'wangguilan');
  return {
    units: demoUnits,
    partyOrgs: demoPartyOrgs,
    partyOrgCells: demoPartyOrgCells,
    persons: [...accountPersons, ...volunteers.persons, ...elders.persons],
    accounts: demoAccounts,
    memberships: [...staffMemberships, ...volunteers.memberships],
    volunteers: volunteers.volunteers,
    livingAloneElders: [
      { personKey: 'wangguilan', householdCode: wangguilan?.householdCode ?? '', powerConsent: true },
      ...elders.elders,
    ],
    ties: demoTies,
    defaultRoutes: demoRoutes(taxonomy),
    settings: demoSettings,
    figures: demoFigures,
  };
}
