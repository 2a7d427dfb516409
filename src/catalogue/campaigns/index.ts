/** The campaigns that come with the product, parsed once. A campaign that breaks the schema stops the build's tests. */
import { parseCampaign, type Campaign } from '../../core/campaign/campaign';
import haiPhong2020 from './hai-phong-2020/campaign.json';
import laiChau2024 from './lai-chau-2024/campaign.json';
import ninhThuan2022 from './ninh-thuan-2022/campaign.json';
import tanBinh2022 from './tan-binh-2022/campaign.json';
import thanhXuan2023 from './thanh-xuan-2023/campaign.json';
import empty2026 from './trong-2026/campaign.json';

function load(data: unknown): Campaign {
  const parsed = parseCampaign(data);
  if (parsed.ok) return parsed.value;
  const flaws = parsed.error.map((flaw) => `${flaw.key}: ${flaw.problem} ${flaw.detail}`);
  throw new Error(`a campaign of the catalogue is broken: ${flaws.join('; ')}`);
}

/** Every campaign of the catalogue; the empty one of the current year comes first. */
export const CAMPAIGNS: readonly Campaign[] = [empty2026, laiChau2024, thanhXuan2023, tanBinh2022, ninhThuan2022, haiPhong2020].map(load);

/** The campaign of that id, or undefined. */
export function findCampaign(id: string): Campaign | undefined {
  return CAMPAIGNS.find((campaign) => campaign.id === id);
}
